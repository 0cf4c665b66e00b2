package ledger.projections;

import java.time.Instant;
import java.util.Map;

import ledger.domain.Fact;

/**
 * A fact with its place in the one order.
 *
 * @param position 1, 2, 3 … without a gap
 * @param recordedAt when it was recorded, to the millisecond
 * @param type the plain name under which it is stored
 */
public record RecordedFact(
        long position, Instant recordedAt, String type, String aggregateId, Map<String, String> metadata, Fact fact) {}
