package ledger.api.bench;

import java.util.List;

/** What can be measured: first where the views follow, then where they rest, last where the service is closed. */
public final class Scenarios {

    static final List<Plan> ALL = List.of(
            new Plan("import", Views.LIVE, (name, arena, options) -> new RosterImport(options.events(), arena)),
            new Plan("visible-within", Views.LIVE, (name, arena, options) ->
                    new VisibleWithin(options.share(200), options.events(), arena)),
            new Plan("replay", Views.LIVE, (name, arena, options) -> new Replaying(options.events() * 4, arena)),
            new Plan("rebuild", Views.LIVE, (name, arena, options) -> new RebuildUnderLoad(options.share(4), arena)),
            new Plan("evaluation", Views.LIVE, (name, arena, options) ->
                    new SchemeEvaluations(options.share(4), arena)),
            new Plan("simulation", Views.LIVE, (name, arena, options) ->
                    new RulebookTried(options.events(), arena)),
            new Plan("mixed", Views.LIVE, (name, arena, options) -> new MixedLoad(options.share(6), arena)),
            new Plan("statement", Views.LIVE, (name, arena, options) ->
                    new StatementReads(
                            Math.min(1_000, options.share(2)), options.share(100), options.share(2), options.grownTo(),
                            options.rounds(), arena)),
            single(1, 20), single(8, 6), single(32, 4), single(256, 4),
            new Plan("pipelined", Views.RESTING, (name, arena, options) ->
                    new Writes(name, Writes.PIPELINED, false, options.events(), arena)),
            new Plan("hot-account", Views.RESTING, (name, arena, options) ->
                    new Writes(name, 32, true, options.share(8), arena)),
            new Plan("hot-next", Views.RESTING, (name, arena, options) ->
                    new HotNext(Math.min(10_000, options.events()), options.share(100), arena)),
            new Plan("start-up", Views.CLOSED, (name, arena, options) -> new StartUp(arena)));

    private Scenarios() {}

    /** Makes a scenario of a size. */
    @FunctionalInterface
    interface Maker {
        Scenario of(String name, Arena arena, BenchOptions options);
    }

    /** What the views of the arena's ledger do meanwhile; once they rest they do not follow again. */
    enum Views {
        LIVE, RESTING, CLOSED
    }

    record Plan(String name, Views views, Maker scenario) {}

    private static Plan single(int callers, int divisor) {
        return new Plan("single-" + callers, Views.RESTING, (name, arena, options) ->
                new Writes(name, callers, false, options.share(divisor), arena));
    }

    /** Their names, in the order in which they are measured. */
    public static List<String> names() {
        return ALL.stream().map(Plan::name).toList();
    }
}
