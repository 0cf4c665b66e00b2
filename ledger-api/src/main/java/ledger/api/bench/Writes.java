package ledger.api.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import ledger.api.bench.floor.Contents;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.history.FactMetadata;
import ledger.projections.log.StoredFact;

/** Sessions are recorded: by callers who wait for each answer, or pipelined; on many accounts, or all on one. */
final class Writes implements Scenario {

    /** In place of a number of callers: one who waits for nothing until the end. */
    static final int PIPELINED = 0;

    /** What the service's desk would say of each command. */
    static final Map<String, String> METADATA = Map.of(
            FactMetadata.ACTOR, "bench", FactMetadata.ROLE, "authority", FactMetadata.ORGANIZATION, City.AUTHORITY,
            FactMetadata.RECORDED_ON, City.PEAK.toString());

    private final String name;
    private final int callers;
    private final boolean oneAccount;
    private final int events;
    private final Arena arena;
    private final List<Long> copyPerSecond = new ArrayList<>();
    private List<RecordService> commands = List.of();
    private List<StoredFact> written = List.of();
    private int round = -1;
    private long before;

    Writes(String name, int callers, boolean oneAccount, int events, Arena arena) {
        this.name = name;
        this.callers = callers;
        this.oneAccount = oneAccount;
        this.events = events;
        this.arena = arena;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Unit unit() {
        return Unit.EVENTS_PER_SECOND;
    }

    /** The floor writes the rows that ours came to, so it comes after it. */
    @Override
    public Map<Side, Contender> contenders() {
        Map<Side, Contender> all = new LinkedHashMap<>();
        all.put(Side.OURS, this::ours);
        all.put(Side.STOCK, this::stock);
        all.put(Side.FLOOR, this::floor);
        return all;
    }

    private Callable<Work> ours(int number) {
        begin(number);
        before = arena.own().head();
        return () -> callers == PIPELINED
                ? Callers.pipelined(commands, arena.own()::submit)
                : Callers.waiting(callers, commands, arena.own()::send);
    }

    private Callable<Work> stock(int number) {
        begin(number);
        return () -> callers == PIPELINED
                ? Callers.pipelined(commands, command -> arena.stock().submit(command, METADATA))
                : Callers.waiting(callers, commands, command -> arena.stock().send(command, METADATA).join());
    }

    private Callable<Work> floor(int number) {
        begin(number);
        written = arena.factsAfter(before);
        if (callers != PIPELINED) {
            return () -> Callers.waiting(callers, written, arena.floor()::insert);
        }
        if (number > 0) {
            copy();
        }
        return () -> {
            arena.floor().batch(written);
            return Work.of(written.size());
        };
    }

    private void copy() {
        arena.floor().emptyCopied();
        long begin = System.nanoTime();
        arena.floor().copy(written);
        copyPerSecond.add(written.size() * 1_000_000_000L / (System.nanoTime() - begin));
    }

    private void begin(int number) {
        if (number != round) {
            round = number;
            String group = name + "-" + number;
            commands = arena.city().commands(group, oneAccount
                    ? arena.city().sessionsOfOne(group, 0, events)
                    : arena.city().sessions(group, events));
        }
    }

    private String accounts() {
        return "account-bench-" + name + "-";
    }

    /** Counts and contents of what all three stored, over all rounds. */
    @Override
    public void check() {
        Contents ours = arena.floor().ofService(accounts());
        requireSame(name, ours, arena.floor().ofStock(accounts()));
        requireSame(name, ours, arena.floor().ofFloor(accounts()));
        if (ours.facts() != (long) events * (round + 1)) {
            throw new IllegalStateException(name + ": a command was refused, " + ours);
        }
    }

    static void requireSame(String name, Contents ours, Contents theirs) {
        if (!ours.equals(theirs)) {
            throw new IllegalStateException(name + ": not the same was written: ours " + ours + ", theirs " + theirs);
        }
    }

    @Override
    public Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("events", events);
        conditions.put("callers", callers == PIPELINED ? "pipelined" : callers);
        conditions.put("accounts", oneAccount ? 1 : (events + City.SESSIONS_EACH - 1) / City.SESSIONS_EACH);
        conditions.put("payloadBytes", arena.floor().payloadBytesEach(accounts()));
        conditions.put("eventBytes", arena.floor().bytesEach(accounts()));
        conditions.put("factsInEachStore", arena.floor().ofService(accounts()).facts());
        if (!copyPerSecond.isEmpty()) {
            conditions.put("copyPerSecond", Math.round(Sample.median(
                    copyPerSecond.stream().mapToDouble(Long::doubleValue).toArray())));
        }
        return conditions;
    }
}
