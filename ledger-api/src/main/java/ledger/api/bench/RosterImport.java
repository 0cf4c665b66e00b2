package ledger.api.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import ledger.projections.account.EntryProjection;

/** A roster from the file to visible hours. */
final class RosterImport implements Scenario {

    private final int rows;
    private final Arena arena;
    private final Rolls rolls;
    private long mostHeap;

    RosterImport(int rows, Arena arena) {
        this.rows = rows;
        this.arena = arena;
        this.rolls = arena.rolls();
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Unit unit() {
        return Unit.ROWS_PER_SECOND;
    }

    @Override
    public Map<Side, Contender> contenders() {
        return Map.of(Side.OURS, this::ours);
    }

    private Callable<Work> ours(int round) {
        Path file = rolls.next(rows);
        arena.own().awaitViews(arena.own().head());
        return () -> {
            arena.own().awaitViews(rolls.send(file), EntryProjection.ROOM);
            mostHeap = Math.max(mostHeap, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
            return Work.of(rows);
        };
    }

    @Override
    public Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("rows", rows);
        conditions.put("accounts", arena.rolls().volunteers());
        conditions.put("heapInUseMiB", mostHeap >> 20);
        return conditions;
    }
}
