package ledger.api.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.projections.account.EntryProjection;

/** Reads while rosters are imported and the view of entries is made anew; before, the same without the latter. */
final class RebuildUnderLoad implements Scenario {

    private static final String GROUP = "rebuild";
    private static final int READS = 200;

    private final int rows;
    private final Arena arena;
    private final ImportLoad load;
    private final List<Double> without = new ArrayList<>();
    private final List<Double> with = new ArrayList<>();
    private final List<Double> factsPerSecond = new ArrayList<>();

    RebuildUnderLoad(int rows, Arena arena) {
        this.rows = rows;
        this.arena = arena;
        this.load = new ImportLoad(arena.rolls(), rows);
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public Unit unit() {
        return Unit.MILLISECONDS;
    }

    @Override
    public Map<Side, Contender> contenders() {
        return Map.of(Side.OURS, this::ours);
    }

    private Callable<Work> ours(int round) throws Exception {
        String group = GROUP + "-" + round;
        List<RecordService> commands = arena.city().commands(group, arena.city().sessions(group, rows));
        Callers.pipelined(commands, arena.own()::submit);
        arena.own().awaitViews(arena.own().head());
        Readers readers = new Readers(
                arena.own(), commands.stream().map(RecordService::accountId).distinct().toList());
        double before = p99(load.during(() -> readers.read(READS, () -> false)));
        return () -> {
            Work work = load.during(() -> {
                CompletableFuture<Void> rebuild = CompletableFuture.runAsync(this::rebuild);
                Work read = readers.read(READS, () -> !rebuild.isDone());
                rebuild.join();
                return read;
            });
            if (round > 0) {
                without.add(before);
                with.add(p99(work));
            }
            return work;
        };
    }

    private void rebuild() {
        long begin = System.nanoTime();
        long position = arena.own().views().rebuild(EntryProjection.ROOM, step -> { }).position();
        factsPerSecond.add(position * 1e9 / (System.nanoTime() - begin));
    }

    private static double p99(Work work) {
        return Sample.percentile(LongStream.of(work.latencies()), 99);
    }

    @Override
    public Map<String, Object> conditions() {
        double before = median(without);
        double meanwhile = median(with);
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("load", "rosters of " + rows + " rows, one after the other");
        conditions.put("readsP99MsWithoutRebuild", before);
        conditions.put("readsP99MsWithRebuild", meanwhile);
        conditions.put("p99Ratio", Math.round(meanwhile / before * 1_000) / 1_000.0);
        conditions.put("rebuiltPerSecond", Math.round(median(factsPerSecond)));
        return conditions;
    }

    private static double median(List<Double> figures) {
        return Sample.median(figures.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
