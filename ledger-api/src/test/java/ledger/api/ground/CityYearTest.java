package ledger.api.ground;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ledger.api.TestLedger;
import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.operation.DailyRound;
import ledger.domain.Decision;
import ledger.domain.Fact;
import ledger.domain.LedgerCommand;
import ledger.domain.account.HourAccountCommand;
import ledger.domain.account.HourAccountEvent;
import ledger.projections.FactSource;
import ledger.projections.RecordedFact;

import static org.assertj.core.api.Assertions.assertThat;

/** The laws of the ledger over a year of a small city, whose database is killed in the middle of a busy moment. */
class CityYearTest {

    private static final long SEED = Long.getLong("ledger.city.seed", 20260101);
    private static final LocalDate CRASH = LocalDate.parse("2026-07-01");
    private static final int DAYS_BETWEEN_DELIVERIES = 3;
    private static final int DELIVERIES_BETWEEN_ROUNDS = 3;
    private static final int PREFIXES = 4;

    @TempDir
    Path data;

    private final CityYear city = new CityYear(SEED);
    private final List<RecordedFact> handedOn = new CopyOnWriteArrayList<>();
    private TestLedger ledger;
    private int commands;
    private int inDoubt;

    @Test
    void aYearKeepsTheLaws() throws IOException {
        ledger = start();
        try {
            send(CityYear.beginnings());
            live(CityYear.FIRST_DAY, CRASH);
            crash();
            CityLaws summer = new CityLaws(ledger, SEED);
            summer.hold(PREFIXES);
            live(CRASH.plusDays(1), CityYear.LAST_DAY.plusDays(1));

            CityLaws winter = new CityLaws(ledger, SEED);
            winter.hold(PREFIXES);
            winter.remember(summer);
            whatIsHandedOnIsWhatIsStored();
            assertThat(winter.states()).as("seed %d", SEED).isEqualTo(city.statesTold());
            assertThat(winter.kinds()).as("seed %d", SEED).hasSizeGreaterThan(12);
            System.out.printf(
                    "a year of the city: seed %d, %d commands (%d in doubt at the crash), %d facts, %s%n",
                    SEED, commands, inDoubt, winter.position(), winter.states().values().stream()
                            .collect(Collectors.groupingBy(state -> state, Collectors.counting())));
        } finally {
            ledger.close();
        }
    }

    /** The rounds are the test's own; schemes look at the year from its end. */
    private TestLedger start() {
        TestLedger started = TestLedger.start(
                data, "--ledger.daily-round=false", "--ledger.simulate=" + CityYear.LAST_DAY + "T08:00");
        started.get(HeadSignal.class).onFacts(handedOn::addAll);
        return started;
    }

    /** The views fold what is handed on to them; whoever replays folds what is stored. */
    private void whatIsHandedOnIsWhatIsStored() {
        FactSource facts = ledger.get(FactSource.class);
        List<RecordedFact> stored = new ArrayList<>();
        while (stored.size() < facts.head()) {
            stored.addAll(facts.after(stored.size(), 5_000));
        }
        assertThat(handedOn).hasSizeGreaterThan(stored.size() / 2);
        assertThat(handedOn).allSatisfy(handed -> assertThat(handed)
                .isEqualTo(withoutText(stored.get((int) handed.position() - 1))));
    }

    private static RecordedFact withoutText(RecordedFact fact) {
        return new RecordedFact(
                fact.position(), fact.recordedAt(), fact.type(), fact.aggregateId(), fact.metadata(), fact.fact());
    }

    private void live(LocalDate from, LocalDate to) {
        int deliveries = 0;
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(DAYS_BETWEEN_DELIVERIES)) {
            List<HourAccountCommand> delivery = new ArrayList<>(city.decisions(day));
            for (int i = 0; i < DAYS_BETWEEN_DELIVERIES; i++) {
                delivery.addAll(city.sessions(day));
            }
            send(delivery);
            if (deliveries++ % DELIVERIES_BETWEEN_ROUNDS == 0) {
                long before = ledger.get(FactSource.class).head();
                ledger.get(DailyRound.class).run(day, Actor.LEDGER, looked -> { });
                overhear(before);
            }
        }
    }

    /** The round has no client: what it did is read from the ledger. */
    private void overhear(long position) {
        FactSource facts = ledger.get(FactSource.class);
        for (long at = position; at < facts.head(); ) {
            List<RecordedFact> told = facts.after(at, 5_000);
            city.told(told.stream().map(RecordedFact::fact).toList());
            at = told.getLast().position();
        }
    }

    private void send(List<? extends LedgerCommand> asked) {
        commands += asked.size();
        ledger.get(CommandDesk.class).sendAll(asked(asked), Actor.LEDGER).forEach(this::told);
    }

    private void told(Receipt receipt) {
        if (receipt.decision() instanceof Decision.Accepted<? extends Fact> accepted) {
            city.told(accepted.facts());
        }
    }

    /**
     * The database is killed under the sessions of several days, then the service goes. After a new start all of them
     * are sent again, as clients do that had no answer; what was stored and never answered is overheard.
     */
    private void crash() throws IOException {
        List<HourAccountCommand> busy = new ArrayList<>();
        for (int day = 0; day < 20; day++) {
            busy.addAll(city.sessions(CRASH));
        }
        long before = ledger.get(FactSource.class).head();
        CommandDesk desk = ledger.get(CommandDesk.class);
        List<Asked> asked = asked(busy);
        List<CompletableFuture<Receipt>> answers =
                new ArrayList<>(desk.submitAll(asked.subList(0, asked.size() / 2), Actor.LEDGER));
        CompletableFuture.anyOf(answers.toArray(CompletableFuture<?>[]::new)).join();
        ProcessHandle database = Postmaster.in(data.resolve("postgres")).orElseThrow().process();
        List<ProcessHandle> hands = database.children().toList();
        answers.addAll(desk.submitAll(asked.subList(asked.size() / 2, asked.size()), Actor.LEDGER));
        hands.forEach(ProcessHandle::destroyForcibly);
        database.destroyForcibly();
        Set<String> acknowledged = new HashSet<>();
        for (CompletableFuture<Receipt> answer : answers) {
            try {
                answer.join().decision().fold(
                        facts -> acknowledged.add(((HourAccountEvent) facts.getFirst()).entryId()),
                        acknowledged::add, refusal -> false);
            } catch (CompletionException e) {
                inDoubt++;
            }
        }
        ledger.close();
        ledger = start();
        List<Receipt> again = ledger.get(CommandDesk.class).sendAll(asked, Actor.LEDGER);
        commands += 2 * busy.size();
        assertThat(again).extracting(Receipt::decision).noneMatch(Decision.Refused.class::isInstance);
        overhear(before);
        assertThat(city.statesTold().keySet()).as("seed %d: acknowledged before the crash", SEED)
                .containsAll(acknowledged);
    }

    private static List<Asked> asked(List<? extends LedgerCommand> commands) {
        return commands.stream().map(command -> new Asked(command, Map.of())).toList();
    }
}
