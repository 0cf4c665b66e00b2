package ledger.api.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import ledger.api.ground.HotAccounts;
import ledger.domain.LedgerIds;
import ledger.domain.account.HourAccountCommand.RecordService;

/** The next entry of an account that has many. */
final class HotNext implements Scenario {

    private static final String GROUP = "hot-next";

    private final int entries;
    private final int each;
    private final Arena arena;
    private final List<Double> notInMemory = new ArrayList<>();

    /**
     * @param entries that the account has before
     * @param each next ones in a round; the first of them finds the account no longer in memory
     */
    HotNext(int entries, int each, Arena arena) {
        this.entries = entries;
        this.each = each;
        this.arena = arena;
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public Unit unit() {
        return Unit.MILLISECONDS;
    }

    @Override
    public Map<Side, Contender> contenders() {
        Map<Side, Contender> all = new LinkedHashMap<>();
        all.put(Side.OURS, this::ours);
        all.put(Side.STOCK, this::stock);
        return all;
    }

    private Callable<Work> ours(int round) throws Exception {
        if (round == 0) {
            Callers.pipelined(commands(0, entries), arena.own()::submit);
            arena.stock().takeOver(LedgerIds.accountOf(City.volunteerId(GROUP, 0)));
        }
        List<RecordService> next = next(round);
        notInMemory.add(timed(next.getFirst()));
        return () -> Callers.waiting(1, next.subList(1, each), arena.own()::send);
    }

    /** Milliseconds of a next entry whose account must be read and folded again. */
    private double timed(RecordService session) {
        arena.own().get(HotAccounts.class).forget(session.accountId());
        long begin = System.nanoTime();
        arena.own().send(session);
        return (System.nanoTime() - begin) / 1e6;
    }

    private Callable<Work> stock(int round) {
        return () -> Callers.waiting(1, next(round), command -> arena.stock().send(command, Writes.METADATA).join());
    }

    private List<RecordService> next(int round) {
        return commands(entries + round * each, each);
    }

    private List<RecordService> commands(int first, int count) {
        return arena.city().commands(GROUP, arena.city().sessionsOfOne(GROUP, first, count));
    }

    @Override
    public void check() {
        Writes.requireSame(GROUP, arena.floor().ofService("account-bench-" + GROUP),
                arena.floor().ofStock("account-bench-" + GROUP));
    }

    @Override
    public Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("entriesBefore", entries);
        conditions.put("callers", 1);
        conditions.put("accounts", 1);
        conditions.put("notInMemoryMs", Sample.median(
                notInMemory.stream().mapToDouble(Double::doubleValue).toArray()));
        return conditions;
    }
}
