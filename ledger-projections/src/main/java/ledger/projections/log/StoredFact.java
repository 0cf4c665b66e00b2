package ledger.projections.log;

import java.time.Instant;
import java.util.Map;

import tools.jackson.databind.ObjectReader;

import ledger.domain.Fact;
import ledger.domain.history.FactTypes;
import ledger.domain.history.Lifting;
import ledger.projections.LedgerJson;
import ledger.projections.RecordedFact;

/**
 * A fact exactly as it is stored, whatever revision it was written in.
 *
 * @param position 1, 2, 3 … without a gap
 * @param revision the revision it was written in, from 1
 * @param timeMs milliseconds since 1970-01-01T00:00Z
 * @param payload the stored JSON, byte for byte
 * @param metadata the stored JSON, byte for byte
 */
public record StoredFact(
        long position,
        String id,
        String type,
        int revision,
        String aggregateType,
        String aggregateId,
        long sequence,
        long timeMs,
        String payload,
        String metadata) {

    private static final ObjectReader METADATA = LedgerJson.MAPPER.readerForMapOf(String.class);

    /** The fact itself, lifted to its newest revision. */
    public RecordedFact recorded() {
        boolean old = Lifting.isNeeded(type, revision);
        String newest = old
                ? Lifting.lift(type, revision, LedgerJson.MAPPER.readTree(payload)).toString()
                : payload;
        Fact fact = LedgerJson.read(newest, FactTypes.named(type).type());
        Map<String, String> beside = METADATA.readValue(metadata);
        return new RecordedFact(
                position, Instant.ofEpochMilli(timeMs), type, aggregateId, beside, fact, old ? null : payload);
    }
}
