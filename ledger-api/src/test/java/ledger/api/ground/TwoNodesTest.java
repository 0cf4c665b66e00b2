package ledger.api.ground;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.TestLedger;
import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.domain.Decision;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.HourAccountRefusal;
import ledger.projections.FactSource;
import ledger.projections.Followers;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes on one database lose nothing and double nothing. */
class TwoNodesTest {

    private static final long SEED = 20260309;
    private static final int RECORDS = 200;

    private static TestLedger ledger;
    private static GroupCommitCommandBus second;
    private static List<CommandDesk> desks;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start();
        jdbc = ledger.get(JdbcTemplate.class);
        second = Nodes.second(ledger);
        desks = List.of(ledger.get(CommandDesk.class), new CommandDesk(second, ledger.get(LedgerClock.class)));
    }

    @AfterAll
    static void stop() {
        Followers views = ledger.get(Followers.class);
        assertThat(views.await(ledger.get(FactSource.class).head(), Duration.ofSeconds(60), views.rooms())).isTrue();
        second.close();
        ledger.close();
    }

    @Test
    void r9_theSameRecordsSentToBothForOneAccountStandOnce() throws InterruptedException {
        List<String> answers = Collections.synchronizedList(new ArrayList<>());
        List<Thread> senders = new ArrayList<>();
        for (CommandDesk desk : desks) {
            List<Integer> numbers = new ArrayList<>(IntStream.range(0, RECORDS).boxed().toList());
            Collections.shuffle(numbers, new Random(SEED + senders.size()));
            for (int sender = 0; sender < 4; sender++) {
                List<Integer> part = numbers.subList(sender * RECORDS / 4, (sender + 1) * RECORDS / 4);
                senders.add(Thread.ofPlatform().start(() -> answers.addAll(sent(desk, part))));
            }
        }
        for (Thread sender : senders) {
            sender.join(Duration.ofSeconds(60));
        }
        assertThat(answers).as("seed %d", SEED).hasSize(2 * RECORDS).containsOnly("Accepted", "AlreadySo");
        assertThat(Collections.frequency(answers, "Accepted")).isEqualTo(RECORDS);
        assertThat(jdbc.queryForList(
                        "SELECT sequence FROM facts.event WHERE aggregate_id = 'account-shared' ORDER BY position",
                        Long.class))
                .isEqualTo(LongStream.range(0, RECORDS).boxed().toList());
        assertThat(jdbc.queryForList(
                        "SELECT DISTINCT payload::jsonb ->> 'entryId' FROM facts.event "
                                + "WHERE aggregate_id = 'account-shared'", String.class))
                .hasSize(RECORDS);
    }

    @Test
    void r9_oneRecordSentForTwoAccountsAtOnceIsTakenByExactlyOne() {
        List<CompletableFuture<Receipt>> ones = new ArrayList<>();
        List<CompletableFuture<Receipt>> others = new ArrayList<>();
        for (int number = 0; number < RECORDS; number++) {
            ones.add(desks.get(number % 2).submit(
                    new Asked(Nodes.record("one", "contested", number), Map.of()), Actor.LEDGER));
            others.add(desks.get(1 - number % 2).submit(
                    new Asked(Nodes.record("other", "contested", number), Map.of()), Actor.LEDGER));
        }
        for (int number = 0; number < RECORDS; number++) {
            assertThat(List.of(answer(ones.get(number)), answer(others.get(number))))
                    .as("record %d", number)
                    .containsExactlyInAnyOrder("Accepted", HourAccountRefusal.SOURCE_RECORD_CHANGED.wire());
        }
        assertThat(jdbc.queryForList(
                        "SELECT payload::jsonb ->> 'entryId' FROM facts.event WHERE aggregate_id IN (?, ?)",
                        String.class, "account-one", "account-other"))
                .hasSize(RECORDS)
                .doesNotHaveDuplicates();
    }

    /** An answer without facts meets no rival at the append: only looking again shows what the other node wrote. */
    @Test
    void nothingIsDecidedOnAnAccountThatTheOtherNodeHasChanged() {
        for (int number = 0; number < 20; number++) {
            CommandDesk here = desks.get(number % 2);
            CommandDesk there = desks.get(1 - number % 2);
            assertThat(answer(here, Nodes.record("hot", "stale", 2 * number))).isEqualTo("Accepted");
            assertThat(answer(there, Nodes.record("hot", "stale", 2 * number + 1))).isEqualTo("Accepted");
            assertThat(answer(here, Nodes.record("hot", "stale", 2 * number + 1))).isEqualTo("AlreadySo");
            assertThat(answer(there, Nodes.record("hot", "stale", 2 * number))).isEqualTo("AlreadySo");
        }
    }

    private static String answer(CommandDesk desk, RecordService command) {
        return answer(desk.submit(new Asked(command, Map.of()), Actor.LEDGER));
    }

    @Test
    void theOrderOfBothTogetherHasNoGap() {
        for (int number = 0; number < 50; number++) {
            desks.get(number % 2).send(Nodes.record("own-" + number, "own", number), Actor.LEDGER);
        }
        List<Long> positions = jdbc.queryForList("SELECT position FROM facts.event ORDER BY position", Long.class);
        assertThat(positions).isEqualTo(LongStream.rangeClosed(1, positions.size()).boxed().toList());
        assertThat(jdbc.queryForObject("SELECT position FROM facts.ledger_head", Long.class))
                .isEqualTo((long) positions.size());
    }

    /** All at once, and again what lost too many races, as every sender may: a wish is safe to repeat. */
    private static List<String> sent(CommandDesk desk, List<Integer> numbers) {
        List<String> answers = new ArrayList<>();
        List<Integer> waiting = numbers;
        while (!waiting.isEmpty()) {
            List<CompletableFuture<Receipt>> receipts = waiting.stream()
                    .map(number -> desk.submit(
                            new Asked(Nodes.record("shared", "both", number), Map.of()), Actor.LEDGER))
                    .toList();
            List<Integer> lost = new ArrayList<>();
            for (int i = 0; i < receipts.size(); i++) {
                try {
                    receipts.get(i).join();
                    answers.add(answer(receipts.get(i)));
                } catch (CompletionException e) {
                    assertThat(Conflicts.isWorthAnotherAttempt(e)).as("%s", e).isTrue();
                    lost.add(waiting.get(i));
                }
            }
            waiting = lost;
        }
        return answers;
    }

    private static String answer(CompletableFuture<Receipt> receipt) {
        return receipt.join().decision() instanceof Decision.Refused<?> refused
                ? refused.refusal().code().wire()
                : receipt.join().decision().getClass().getSimpleName();
    }
}
