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
 * @param grownTo facts of the ledger where it is read at several sizes, at the end; 0 for a few times those at first
 * @param scenarios names of those wanted; empty for all
 * @param seed of the data
 */
public record BenchOptions(
        int events,
        int rounds,
        Duration perScenario,
        Duration whole,
        long grownTo,
        List<String> scenarios,
        long seed) {

    public static final int USUAL_EVENTS = 20_000;
    public static final int QUICK_EVENTS = 300;

    private static final long SEED = 20260305;

    public BenchOptions {
        if (events < 10) {
            throw new IllegalArgumentException("--events: at least 10 至少 10");
        }
        scenarios = List.copyOf(scenarios);
    }

    /** Several rounds of everything; ends within a quarter of an hour, unless the ledger is to be grown. */
    public static BenchOptions thorough(int events, long grownTo, List<String> scenarios) {
        return grownTo == 0
                ? new BenchOptions(events, 5, Duration.ofSeconds(45), Duration.ofMinutes(13), 0, scenarios, SEED)
                : new BenchOptions(events, 5, Duration.ofHours(1), Duration.ofHours(2), grownTo, scenarios, SEED);
    }

    /** A look at everything; ends within a minute. */
    public static BenchOptions quick(int events, List<String> scenarios) {
        return new BenchOptions(events, 3, Duration.ofMillis(300), Duration.ofSeconds(45), 0, scenarios, SEED);
    }

    /** A part of the events, ten at least. */
    int share(int divisor) {
        return Math.max(10, events / divisor);
    }
}
