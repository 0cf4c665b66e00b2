package ledger.api.ground;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

import ledger.domain.history.FactTypes;
import ledger.domain.history.Lifting;
import ledger.projections.LedgerJson;

/** Facts stored under an older revision, lifted by the domain's own steps as they are read. */
public final class FactUpcaster implements EventUpcaster {

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> stored) {
        return stored.map(FactUpcaster::lift);
    }

    private static IntermediateEventRepresentation lift(IntermediateEventRepresentation fact) {
        SerializedType type = fact.getType();
        int revision = Integer.parseInt(type.getRevision());
        if (!Lifting.isNeeded(type.getName(), revision)) {
            return fact;
        }
        String newest = Integer.toString(FactTypes.named(type.getName()).revision());
        return fact.upcastPayload(
                new SimpleSerializedType(type.getName(), newest), byte[].class,
                payload -> lift(type.getName(), revision, payload));
    }

    private static byte[] lift(String name, int revision, byte[] payload) {
        return Lifting.lift(name, revision, LedgerJson.MAPPER.readTree(payload)).toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
