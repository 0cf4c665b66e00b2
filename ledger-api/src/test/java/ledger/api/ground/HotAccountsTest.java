package ledger.api.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept in memory makes no answer another. */
class HotAccountsTest {

    private static final int ACCOUNTS = 5;
    private static final int EACH = 40;
    private static final long ROOM = 100;

    private static final HotAccounts hot = new HotAccounts(ROOM);
    private static TestLedger ledger;
    private static GroupCommitCommandBus bus;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start();
        bus = Nodes.second(ledger, hot);
    }

    @AfterAll
    static void stop() {
        bus.close();
        ledger.close();
    }

    /** Two accounts fit at most, so each of five is thrown out and read again all the time. */
    @Test
    void accountsThatDoNotFitAreReadAgain() {
        CommandDesk desk = new CommandDesk(bus, ledger.get(LedgerClock.class));
        for (String wanted : List.of("Accepted", "AlreadySo")) {
            List<CompletableFuture<Receipt>> answers = new ArrayList<>();
            for (int number = 0; number < EACH; number++) {
                for (int who = 0; who < ACCOUNTS; who++) {
                    answers.add(desk.submit(
                            new Asked(Nodes.record("hot-" + who, "hot-" + who, number), Map.of()), Actor.LEDGER));
                }
                if (number % 7 == 0) {
                    answers.forEach(CommandDesk::join);
                }
            }
            assertThat(answers).map(CommandDesk::join).map(Receipt::decision)
                    .allMatch(decision -> (decision instanceof Decision.Accepted<?>) == wanted.equals("Accepted"))
                    .noneMatch(Decision.Refused.class::isInstance);
        }
        for (int who = 0; who < ACCOUNTS; who++) {
            assertThat(ledger.get(JdbcTemplate.class).queryForList(
                            "SELECT sequence FROM facts.event WHERE aggregate_id = ? ORDER BY position",
                            Long.class, "account-hot-" + who))
                    .isEqualTo(LongStream.range(0, EACH).boxed().toList());
        }
        Map<String, Long> kept =
                hot.sequences(LongStream.range(0, ACCOUNTS).mapToObj(who -> "account-hot-" + who).toList());
        assertThat(kept).isNotEmpty();
        assertThat(kept.values().stream().mapToLong(sequence -> sequence + 1).sum()).isLessThanOrEqualTo(ROOM);
        kept.keySet().forEach(hot::forget);
        assertThat(hot.sequences(kept.keySet())).isEmpty();
    }
}
