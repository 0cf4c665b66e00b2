package ledger.api.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

import ledger.api.ground.CommandDesk.Receipt;
import ledger.domain.LedgerIds;
import ledger.domain.account.HourAccountCommand.CertifyService;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.statement.StatementScope;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.HistoryReader;
import ledger.projections.statement.HourStatement;
import ledger.projections.statement.HourStatement.RecordingUnit;

/** A statement of many lines, composed and digested, in a ledger that grows from round to round. */
final class StatementReads implements Scenario {

    private static final String GROUP = "statement";

    private final int lines;
    private final int reads;
    private final int growth;
    private final Arena arena;
    private final Map<String, Object> byFacts = new LinkedHashMap<>();
    private final String volunteerId = City.volunteerId(GROUP, 0);
    private String someEntry = "";

    /** @param growth facts that come to the ledger before each round */
    StatementReads(int lines, int reads, int growth, Arena arena) {
        this.lines = lines;
        this.reads = reads;
        this.growth = growth;
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
        return Map.of(Side.OURS, this::ours);
    }

    private Callable<Work> ours(int round) throws Exception {
        if (round == 0) {
            certify();
        }
        String group = GROUP + "-more-" + round;
        Callers.pipelined(arena.city().commands(group, arena.city().sessions(group, growth)), arena.own()::submit);
        arena.own().awaitViews(arena.own().head());
        EntryReader entries = arena.own().get(EntryReader.class);
        HistoryReader entryHistories = arena.own().get(HistoryReader.class);
        return () -> {
            long[] latencies = new long[reads];
            long[] histories = new long[reads];
            for (int i = 0; i < reads; i++) {
                long begin = System.nanoTime();
                read(entries);
                latencies[i] = System.nanoTime() - begin;
                begin = System.nanoTime();
                entryHistories.of(someEntry);
                histories[i] = System.nanoTime() - begin;
            }
            String facts = Long.toString(arena.own().head());
            byFacts.put(round == 0 ? facts + ", warming up" : facts, Map.of(
                    "p50Ms", Sample.percentile(LongStream.of(latencies), 50),
                    "p99Ms", Sample.percentile(LongStream.of(latencies), 99),
                    "historyP50Ms", Sample.percentile(LongStream.of(histories), 50),
                    "historyP99Ms", Sample.percentile(LongStream.of(histories), 99)));
            return new Work(reads, latencies);
        };
    }

    private void certify() throws Exception {
        List<RecordService> sessions = arena.city().commands(GROUP, arena.city().sessionsOfOne(GROUP, 0, lines));
        for (RecordService session : sessions) {
            someEntry = LedgerIds.entry(session.source().system(), session.source().record(), 1);
            arena.own().submit(session);
            arena.own().submit(new CertifyService(session.accountId(), someEntry, City.PEAK.plusDays(60)));
        }
        Receipt last = arena.own().send(
                new CertifyService(LedgerIds.accountOf(volunteerId), someEntry, City.PEAK.plusDays(60)));
        last.decision().fold(facts -> true, same -> true, refusal -> {
            throw new IllegalStateException("not certified: " + refusal);
        });
    }

    private void read(EntryReader entries) {
        List<EntryVersion> known = entries.entriesOf(LedgerIds.accountOf(volunteerId), EntryReader.NOW);
        HourStatement statement = HourStatement.compose(
                new StatementScope(volunteerId, null, null, null), arena.own().head(), known,
                id -> new RecordingUnit(id, City.STATION_CODE, "青禾社区志愿服务站"));
        if (statement.lines().size() != lines || statement.digest().isEmpty()) {
            throw new IllegalStateException("lines: " + statement.lines().size() + ", not " + lines);
        }
    }

    @Override
    public Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("lines", lines);
        conditions.put("byFactsInLedger", byFacts);
        return conditions;
    }
}
