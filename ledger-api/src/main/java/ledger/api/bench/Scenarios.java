package ledger.api.bench;

import java.util.List;

/** What can be measured, the most important first. */
public final class Scenarios {

    static final List<Plan> ALL = List.of(
            single(1, 20), single(8, 6), single(32, 4), single(256, 4),
            new Plan("pipelined", true, (name, arena, options) ->
                    new Writes(name, Writes.PIPELINED, false, options.events(), arena)),
            new Plan("hot-account", true, (name, arena, options) ->
                    new Writes(name, 32, true, options.share(8), arena)),
            new Plan("hot-next", true, (name, arena, options) ->
                    new HotNext(Math.min(10_000, options.events()), options.share(100), arena)),
            new Plan("import", false, (name, arena, options) -> new RosterImport(options.events(), arena)),
            new Plan("visible-within", false, (name, arena, options) ->
                    new VisibleWithin(options.share(200), options.events(), arena)),
            new Plan("replay", false, (name, arena, options) -> new Replaying(options.events() * 4, arena)),
            new Plan("rebuild", false, (name, arena, options) -> new RebuildUnderLoad(options.share(4), arena)),
            new Plan("mixed", false, (name, arena, options) -> new MixedLoad(options.share(6), arena)),
            new Plan("statement", false, (name, arena, options) ->
                    new StatementReads(
                            Math.min(1_000, options.share(2)), options.share(100), options.share(2), arena)),
            new Plan("start-up", false, (name, arena, options) -> new StartUp(arena)));

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
