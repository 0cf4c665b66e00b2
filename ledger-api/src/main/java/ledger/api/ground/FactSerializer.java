package ledger.api.ground;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

import ledger.domain.Fact;
import ledger.domain.history.FactTypes;
import ledger.domain.history.FactTypes.FactType;
import ledger.projections.LedgerJson;

/** Facts as readable JSON under plain names with a revision, never under a Java class name. */
public final class FactSerializer extends Jackson3Serializer {

    public FactSerializer() {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(LedgerJson::customize));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        if (!Fact.class.isAssignableFrom(type)) {
            return super.typeForClass(type);
        }
        FactType fact = FactTypes.of(type);
        return new SimpleSerializedType(fact.name(), Integer.toString(fact.revision()));
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        return type.getName().indexOf('.') < 0
                ? FactTypes.named(type.getName()).type().getName()
                : super.resolveClassName(type);
    }
}
