package ledger.projections.log;

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
        String metadata) {}
