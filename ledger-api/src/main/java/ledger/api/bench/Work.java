package ledger.api.bench;

/**
 * What was done in a measured span.
 *
 * @param count how many facts, rows or answers
 * @param latencies nanoseconds that single ones took, in any order; empty where only the whole is timed
 */
public record Work(long count, long[] latencies) {

    public static Work of(long count) {
        return new Work(count, new long[0]);
    }
}
