package ledger.api.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.projections.account.EntryProjection;

/** From the answer to a single write until its hours are visible, while rosters are imported. */
final class VisibleWithin implements Scenario {

    private static final String GROUP = "visible";

    private final int writes;
    private final int rows;
    private final Arena arena;
    private final ImportLoad load;

    VisibleWithin(int writes, int rows, Arena arena) {
        this.writes = writes;
        this.rows = rows;
        this.arena = arena;
        this.load = new ImportLoad(arena.rolls(), rows);
    }

    @Override
    public String name() {
        return "visible-within";
    }

    @Override
    public Unit unit() {
        return Unit.MILLISECONDS;
    }

    @Override
    public Map<Side, Contender> contenders() {
        return Map.of(Side.OURS, this::ours);
    }

    private Callable<Work> ours(int round) {
        String group = GROUP + "-" + round;
        List<RecordService> commands = arena.city().commands(group, arena.city().sessions(group, writes));
        return () -> load.during(() -> {
            long[] latencies = new long[writes];
            for (int i = 0; i < writes; i++) {
                long position = arena.own().send(commands.get(i)).position();
                long answered = System.nanoTime();
                arena.own().awaitViews(position, EntryProjection.ROOM);
                latencies[i] = System.nanoTime() - answered;
            }
            return new Work(writes, latencies);
        });
    }

    @Override
    public Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("writes", writes);
        conditions.put("load", "rosters of " + rows + " rows, one after the other");
        return conditions;
    }
}
