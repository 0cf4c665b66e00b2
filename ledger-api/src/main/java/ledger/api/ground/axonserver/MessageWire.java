package ledger.api.ground.axonserver;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.impl.DefaultTypeResolverBuilder;

import ledger.projections.LedgerJson;

/**
 * Commands, questions and their answers on the way between nodes. Nothing of it is stored, so classes go by their
 * names; where a record holds one of several kinds (a claim, a refusal, a fact), the kind is written beside it.
 */
final class MessageWire {

    private static final String DOMAIN = "ledger.domain.";

    private MessageWire() {}

    static Serializer serializer() {
        return new Jackson3Serializer(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> LedgerJson.customize(mapper).setDefaultTyping(new Kinds()))) {};
    }

    private static final class Kinds extends DefaultTypeResolverBuilder {

        private static final long serialVersionUID = 1L;

        Kinds() {
            super(
                    BasicPolymorphicTypeValidator.builder().allowIfSubType(DOMAIN).build(),
                    DefaultTyping.OBJECT_AND_NON_CONCRETE, JsonTypeInfo.As.WRAPPER_ARRAY);
        }

        @Override
        public boolean useForType(JavaType type) {
            return type.getRawClass().isInterface() && type.getRawClass().getName().startsWith(DOMAIN);
        }
    }
}
