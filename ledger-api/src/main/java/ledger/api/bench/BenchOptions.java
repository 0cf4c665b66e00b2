package ledger.api.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param events facts of one round where many are written at once; others write a share of it
 * @param rounds rounds that count, at most; one before them warms up
 * @param perScenario no round is begun after so long
 * @param whole no scenario but the first is begun so long after the process
 * @param scenarios names of those wanted; empty for all
 * @param seed of the data
 */
public record BenchOptions(
        int events, int rounds, Duration perScenario, Duration whole, List<String> scenarios, long seed) {

    public static final int USUAL_EVENTS = 20_000;
    public static final int QUICK_EVENTS = 300;

    private static final long SEED = 20260305;

    public BenchOptions {
        if (events < 10) {
            throw new IllegalArgumentException("--events: at least 10 至少 10");
        }
        scenarios = List.copyOf(scenarios);
    }

    /** Several rounds of everything; ends within a quarter of an hour. */
    public static BenchOptions thorough(int events, List<String> scenarios) {
        return new BenchOptions(events, 5, Duration.ofSeconds(45), Duration.ofMinutes(13), scenarios, SEED);
    }

    /** A look at everything; ends within a minute. */
    public static BenchOptions quick(int events, List<String> scenarios) {
        return new BenchOptions(events, 3, Duration.ofMillis(300), Duration.ofSeconds(45), scenarios, SEED);
    }

    /** A part of the events, ten at least. */
    int share(int divisor) {
        return Math.max(10, events / divisor);
    }
}
