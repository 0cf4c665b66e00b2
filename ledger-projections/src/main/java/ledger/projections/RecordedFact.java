package ledger.projections;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;

/**
 * A fact with its place in the one order.
 *
 * @param position 1, 2, 3 … without a gap
 * @param recordedAt when it was recorded, to the millisecond
 * @param type the plain name under which it is stored
 * @param stored the fact as it is stored, where that is how it would be stored today
 */
public record RecordedFact(
        long position,
        Instant recordedAt,
        String type,
        String aggregateId,
        Map<String, String> metadata,
        Fact fact,
        @Nullable String stored) {

    public RecordedFact(
            long position,
            Instant recordedAt,
            String type,
            String aggregateId,
            Map<String, String> metadata,
            Fact fact) {
        this(position, recordedAt, type, aggregateId, metadata, fact, null);
    }

    /** The fact as JSON, in its newest revision. */
    public String json() {
        return stored == null ? LedgerJson.write(fact) : stored;
    }
}
