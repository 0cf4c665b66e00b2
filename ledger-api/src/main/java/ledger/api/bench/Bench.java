package ledger.api.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

import ledger.api.bench.Scenarios.Plan;

/** Measures this ledger, stock Axon and the floor in turn, on one database of its own that is thrown away at the end. */
public final class Bench {

    private final BenchOptions options;
    private final Consumer<String> told;
    /** Of the process: what it takes to start counts too. */
    private final long began = System.nanoTime()
            - Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()).toNanos();

    /**
     * @param told what goes on, in both languages
     * @throws IllegalArgumentException when a scenario is asked for that there is not
     */
    public Bench(BenchOptions options, Consumer<String> told) {
        this.options = options;
        this.told = told;
        TreeSet<String> unknown = new TreeSet<>(options.scenarios());
        unknown.removeAll(Scenarios.names());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("--scenario: unknown 未知 " + String.join(", ", unknown)
                    + "; known 可用 " + String.join(", ", Scenarios.names()));
        }
    }

    /** @param measured told each scenario's outcome as soon as it is there */
    public void run(Consumer<Comparison> measured) throws Exception {
        List<Plan> plans = Scenarios.ALL.stream()
                .filter(plan -> options.scenarios().isEmpty() || options.scenarios().contains(plan.name()))
                .toList();
        try (Arena arena = Arena.open(options)) {
            warmUp(arena);
            Map<String, Object> machine = Machine.conditions(arena.floor().settings());
            for (Plan plan : plans) {
                if (plan != plans.getFirst() && isOver(began, options.whole())) {
                    told.accept(plan.name() + ": left out, the time is over 时间已到，未测");
                    continue;
                }
                told.accept(plan.name() + " ...");
                arena.enter(plan.views());
                Scenario scenario = plan.scenario().of(plan.name(), arena, options);
                Map<Side, List<Sample>> samples = measure(scenario, new Meter(arena.directory()));
                scenario.check();
                Map<String, Object> circumstances = new LinkedHashMap<>(scenario.conditions());
                circumstances.put("loadAverage", Machine.loadAverage());
                circumstances.put("views", plan.views().name().toLowerCase(Locale.ROOT));
                circumstances.putAll(machine);
                measured.accept(new Comparison(plan.name(), scenario.unit(), samples, circumstances));
            }
        }
    }

    /** Everybody's code is compiled before anybody is measured, so that nobody pays for being first. */
    private void warmUp(Arena arena) throws Exception {
        Writes writes = new Writes("warm-up", 8, false, options.events(), arena);
        for (Scenario.Contender contender : writes.contenders().values()) {
            contender.prepare(0).call();
        }
    }

    /** Round 0, where there is one, warms up what is the scenario's own and does not count. */
    private Map<Side, List<Sample>> measure(Scenario scenario, Meter meter) throws Exception {
        Map<Side, Scenario.Contender> contenders = scenario.contenders();
        Map<Side, List<Sample>> samples = new EnumMap<>(Side.class);
        long begin = System.nanoTime();
        for (int round = scenario.firstRound(); round <= options.rounds(); round++) {
            if (round > 1 && (isOver(begin, options.perScenario()) || isOver(began, options.whole()))) {
                break;
            }
            for (Side side : turns(new ArrayList<>(contenders.keySet()), round)) {
                Sample sample = meter.measure(contenders.get(side).prepare(round));
                if (round > 0) {
                    samples.computeIfAbsent(side, any -> new ArrayList<>()).add(sample);
                }
            }
        }
        return samples;
    }

    /** Every other round stock Axon begins, so that nobody always comes first. */
    private static List<Side> turns(List<Side> sides, int round) {
        if (round % 2 == 1 && sides.remove(Side.STOCK)) {
            sides.addFirst(Side.STOCK);
        }
        return sides;
    }

    private static boolean isOver(long began, Duration time) {
        return System.nanoTime() - began > time.toNanos();
    }
}
