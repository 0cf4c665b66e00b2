package ledger.api.bench;

import java.util.List;

/** What can be measured, the most important first. */
public final class Scenarios {

    static final List<Plan> ALL = List.of(
            single(1, 20), single(8, 6), single(32, 4), single(256, 4),
            new Plan("pipelined", true, (name, arena, options) ->
                    new Writes(name, Writes.PIPELINED, false, options.events(), arena)),
            new Plan("hot-account", true, (name, arena, options) ->
                    new Writes(name, 32, true, options.share(8), arena)));

    private Scenarios() {}

    /** Makes a scenario of a size. */
    @FunctionalInterface
    interface Maker {
        Scenario of(String name, Arena arena, BenchOptions options);
    }

    /** @param viewsRest whether the views stand still meanwhile */
    record Plan(String name, boolean viewsRest, Maker scenario) {}

    private static Plan single(int callers, int divisor) {
        return new Plan("single-" + callers, true, (name, arena, options) ->
                new Writes(name, callers, false, options.share(divisor), arena));
    }

    /** Their names, in the order in which they are measured. */
    public static List<String> names() {
        return ALL.stream().map(Plan::name).toList();
    }
}
