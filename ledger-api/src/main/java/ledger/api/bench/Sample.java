package ledger.api.bench;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * One measured span.
 *
 * @param nanos how long it took
 * @param javaCpu nanoseconds of processor time of this process
 * @param databaseCpu nanoseconds of processor time of the database, as far as its processes still live at the end
 */
public record Sample(Work work, long nanos, long javaCpu, long databaseCpu) {

    /** The number that is compared. */
    double figure(Unit unit) {
        return switch (unit) {
            case EVENTS_PER_SECOND, ROWS_PER_SECOND, EVALUATIONS_PER_SECOND -> work.count() * 1e9 / nanos;
            case MILLISECONDS -> percentile(LongStream.of(work.latencies()), 50);
        };
    }

    /** Milliseconds within which so many percent were done; NaN for nothing. */
    static double percentile(LongStream latencies, int percent) {
        long[] sorted = latencies.sorted().toArray();
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    /** The middle one, or the mean of the two in the middle. */
    static double median(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
