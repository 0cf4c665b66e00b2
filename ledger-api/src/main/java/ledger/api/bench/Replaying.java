package ledger.api.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import ledger.projections.FactSource;
import ledger.projections.replay.Replay;
import ledger.projections.replay.ReplayScope;

/** The facts folded again from the first one: by the auditor's replay, by Axon's processor, and by plain JDBC. */
final class Replaying implements Scenario {

    /** As many as the replay takes. */
    private static final int LANES = Runtime.getRuntime().availableProcessors();

    private final int most;
    private final Arena arena;
    private long upTo;

    /** @param most facts that are folded */
    Replaying(int most, Arena arena) {
        this.most = most;
        this.arena = arena;
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public Unit unit() {
        return Unit.EVENTS_PER_SECOND;
    }

    @Override
    public Map<Side, Contender> contenders() {
        Map<Side, Contender> all = new LinkedHashMap<>();
        all.put(Side.OURS, this::ours);
        all.put(Side.STOCK, this::stock);
        all.put(Side.FLOOR, this::floor);
        return all;
    }

    private Callable<Work> ours(int round) throws Exception {
        if (round == 0) {
            String group = name();
            Callers.pipelined(arena.city().commands(group, arena.city().sessions(group, most)), arena.own()::submit);
            upTo = Math.min(most, arena.own().head());
        }
        FactSource facts = arena.own().get(FactSource.class);
        return () -> Work.of(Replay.of(facts, new ReplayScope.Everything(), upTo, position -> { }).facts());
    }

    private Callable<Work> stock(int round) {
        if (round == 0) {
            arena.stock().takeOverAll(upTo);
        }
        arena.stock().forgetTotals();
        return () -> {
            arena.stock().process(upTo);
            return Work.of(upTo);
        };
    }

    private Callable<Work> floor(int round) {
        arena.floor().emptyTotals();
        return () -> Work.of(arena.floor().fold(upTo, LANES));
    }

    /** Axon's totals and those of the floor are the same rows. */
    @Override
    public void check() {
        if (!arena.floor().totalsOfStock().equals(arena.floor().totalsOfFloor())) {
            throw new IllegalStateException("stock Axon and the floor folded to different totals");
        }
    }

    @Override
    public Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("facts", upTo);
        conditions.put("lanesOfOursAndFloor", LANES);
        conditions.put("stockSegments", 1);
        conditions.put("stockBatch", 1_000);
        conditions.put("what", "ours: whole entries, in memory; stock: a row each time; floor: sums, copied at the end");
        return conditions;
    }
}
