package ledger.api.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import ledger.domain.account.HourAccountCommand.RecordService;

/** Eight write and wait, one reads, and the views follow. */
final class MixedLoad implements Scenario {

    private static final String GROUP = "mixed";
    private static final int CALLERS = 8;

    private final int writes;
    private final Arena arena;
    private double readsP50;
    private double readsP99;
    private long reads;

    MixedLoad(int writes, Arena arena) {
        this.writes = writes;
        this.arena = arena;
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public Unit unit() {
        return Unit.EVENTS_PER_SECOND;
    }

    @Override
    public Map<Side, Contender> contenders() {
        return Map.of(Side.OURS, this::ours);
    }

    private Callable<Work> ours(int round) {
        String group = GROUP + "-" + round;
        List<RecordService> commands = arena.city().commands(group, arena.city().sessions(group, writes));
        Readers readers = new Readers(
                arena.own(), commands.stream().map(RecordService::accountId).distinct().toList());
        return () -> {
            AtomicBoolean writing = new AtomicBoolean(true);
            CompletableFuture<Work> reading =
                    CompletableFuture.supplyAsync(() -> readers.read(CALLERS, writing::get));
            Work work;
            try {
                work = Callers.waiting(CALLERS, commands, arena.own()::send);
            } finally {
                writing.set(false);
            }
            Work read = reading.join();
            reads = read.count();
            readsP50 = Sample.percentile(LongStream.of(read.latencies()), 50);
            readsP99 = Sample.percentile(LongStream.of(read.latencies()), 99);
            return work;
        };
    }

    @Override
    public Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("events", writes);
        conditions.put("callers", CALLERS);
        conditions.put("accounts", (writes + City.SESSIONS_EACH - 1) / City.SESSIONS_EACH);
        conditions.put("readsInLastRound", reads);
        conditions.put("readsP50Ms", readsP50);
        conditions.put("readsP99Ms", readsP99);
        return conditions;
    }
}
