package ledger.api.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

import ledger.api.ground.CommandDesk.Receipt;
import ledger.domain.LedgerIds;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.HourAccountCommand.CertifyService;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.statement.StatementScope;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.HistoryReader;
import ledger.projections.account.HourTotals;
import ledger.projections.account.ServedDays;
import ledger.projections.account.ServiceSums;
import ledger.projections.statement.HourStatement;
import ledger.projections.statement.HourStatement.RecordingUnit;

/**
 * A statement of many lines, composed and digested, in a ledger that grows from round to round; beside it what else is
 * read often: a balance, now and as known before, an entry's history, and the minutes of the whole city.
 */
final class StatementReads implements Scenario {

    private static final String GROUP = "statement";
    private static final LocalDate AFTER_NOTICE = City.PEAK.plusDays(60);

    private final int lines;
    private final int reads;
    private final int others;
    private final long most;
    private final int rounds;
    private final Arena arena;
    private final Map<String, Object> byFacts = new LinkedHashMap<>();
    private final Random random = new Random(GROUP.hashCode());
    private @Nullable GrownLedger grown;
    private long least;

    /**
     * @param others facts of other accounts, beside those of the one with many lines
     * @param most facts of the ledger in the last round; 0 for four times as many as in the first
     */
    StatementReads(int lines, int reads, int others, long most, int rounds, Arena arena) {
        this.lines = lines;
        this.reads = reads;
        this.others = others;
        this.most = most;
        this.rounds = rounds;
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
        GrownLedger ledger = grown == null ? begin() : grown;
        grown = ledger;
        if (round > 0) {
            double growth = most == 0 ? 4 : (double) most / least;
            ledger.growTo(Math.round(least * Math.pow(growth, (double) round / rounds)));
        }
        return () -> {
            Map<String, long[]> latencies = new LinkedHashMap<>();
            readings(ledger).forEach((what, reading) -> latencies.put(what, timed(reading)));
            Map<String, Object> told = new LinkedHashMap<>();
            latencies.forEach((what, all) -> told.put(what, Map.of(
                    "p50Ms", Sample.percentile(LongStream.of(all), 50),
                    "p99Ms", Sample.percentile(LongStream.of(all), 99))));
            String facts = Long.toString(arena.own().head());
            byFacts.put(round == 0 ? facts + ", warming up" : facts, told);
            return new Work(reads, latencies.values().iterator().next());
        };
    }

    /** Statements first, since they are what the scenario is named after. */
    private Map<String, Runnable> readings(GrownLedger ledger) {
        EntryReader entries = arena.own().get(EntryReader.class);
        HistoryReader histories = arena.own().get(HistoryReader.class);
        ServiceSums sums = arena.own().get(ServiceSums.class);
        Map<String, Runnable> readings = new LinkedHashMap<>();
        readings.put("statement", () -> compose(entries, volunteer(ledger, 0)));
        readings.put("balance", () -> total(entries.entriesOf(anyAccount(ledger), EntryReader.NOW)));
        readings.put("balanceAsOf", () -> total(entries.entriesOf(anyAccount(ledger), arena.own().head() - 1)));
        readings.put("history", () -> histories.of(entries.entriesOf(anyAccount(ledger), EntryReader.NOW)
                .getFirst().entryId()));
        readings.put("minutesOfCity", () -> sums.certified(ServedDays.ALL));
        return readings;
    }

    private long[] timed(Runnable reading) {
        long[] latencies = new long[reads];
        for (int i = 0; i < reads; i++) {
            long begin = System.nanoTime();
            reading.run();
            latencies[i] = System.nanoTime() - begin;
        }
        return latencies;
    }

    private GrownLedger begin() throws Exception {
        arena.own().awaitViews(arena.own().head());
        long before = arena.own().head();
        for (RecordService session : arena.city().commands(GROUP, arena.city().sessionsOfOne(GROUP, 0, lines))) {
            certify(session);
        }
        String more = GROUP + "-1";
        Callers.pipelined(arena.city().commands(more, arena.city().sessions(more, others)), arena.own()::submit);
        least = arena.own().head();
        arena.own().awaitViews(least);
        return new GrownLedger(arena.own(), "bench-" + GROUP, before);
    }

    private void certify(RecordService session) {
        arena.own().submit(session);
        String entryId = LedgerIds.entry(session.source().system(), session.source().record(), 1);
        Receipt receipt = arena.own().send(new CertifyService(session.accountId(), entryId, AFTER_NOTICE));
        receipt.decision().fold(facts -> true, same -> true, refusal -> {
            throw new IllegalStateException("not certified: " + refusal);
        });
    }

    /** Volunteer 0 is the one with many lines; of each copy there is one. */
    private String volunteer(GrownLedger ledger, int number) {
        String group = ledger.name(random.nextInt(ledger.copies() + 1)).substring("bench-".length());
        return City.volunteerId(number == 0 ? group : group + "-1", Math.max(0, number - 1));
    }

    private String anyAccount(GrownLedger ledger) {
        int volunteers = (others + City.SESSIONS_EACH - 1) / City.SESSIONS_EACH;
        return LedgerIds.accountOf(volunteer(ledger, 1 + random.nextInt(volunteers)));
    }

    private void compose(EntryReader entries, String volunteerId) {
        List<EntryVersion> known = entries.entriesOf(LedgerIds.accountOf(volunteerId), EntryReader.NOW);
        HourStatement statement = HourStatement.compose(
                new StatementScope(volunteerId, null, null, null), arena.own().head(), known,
                id -> new RecordingUnit(id, City.STATION_CODE, "青禾社区志愿服务站"));
        if (statement.lines().size() != lines || statement.digest().isEmpty()) {
            throw new IllegalStateException("lines: " + statement.lines().size() + ", not " + lines);
        }
    }

    private static void total(List<EntryVersion> entries) {
        HourTotals.of(entries, Set.of(EvidenceGrade.SYSTEM_TIMED));
    }

    /** What was read is what the facts make. */
    @Override
    public void check() {
        if (grown != null) {
            grown.check();
            grown.close();
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
