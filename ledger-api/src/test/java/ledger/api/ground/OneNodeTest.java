package ledger.api.ground;

import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.TestLedger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Of several nodes one at a time does a piece of work, and one that dies leaves it to the others. */
class OneNodeTest {

    private static TestLedger ledger;
    private static HikariDataSource elsewhere;
    private static OneNode here;
    private static OneNode there;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start();
        here = ledger.get(OneNode.class);
        elsewhere = AttackWriter.pool(ledger.get(HikariDataSource.class).getJdbcUrl());
        there = new OneNode(new JdbcTemplate(elsewhere));
    }

    @AfterAll
    static void stop() {
        elsewhere.close();
        ledger.close();
    }

    @Test
    void whileOneIsAtItTheOthersLeaveItAlone() {
        List<String> done = new ArrayList<>();
        assertThat(here.alone("sweeping", () -> {
            assertThat(there.alone("sweeping", () -> done.add("there"))).isFalse();
            assertThat(there.alone("dusting", () -> done.add("dusting"))).isTrue();
            done.add("here");
        })).isTrue();
        assertThat(there.alone("sweeping", () -> done.add("later"))).isTrue();
        assertThat(done).containsExactly("dusting", "here", "later");
    }

    @Test
    void oneThatFailsOrDiesGivesItUp() {
        assertThatThrownBy(() -> there.alone("digging", () -> {
            throw new IllegalStateException("broken spade");
        })).hasMessage("broken spade");
        assertThat(here.alone("digging", () -> { })).isTrue();
        assertThatThrownBy(() -> there.alone("digging", () -> {
            ledger.get(JdbcTemplate.class).queryForList(
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory'");
            assertThat(here.alone("digging", () -> { })).isTrue();
        })).isInstanceOf(RuntimeException.class);
    }

    @Test
    void theRoundOfADayIsRunByOneNodeAndMarked() throws InterruptedException {
        Settings settings = ledger.get(Settings.class);
        String today = ledger.get(LedgerClock.class).today().toString();
        for (int tenth = 0; tenth < 300 && settings.get(Settings.ROUND).isEmpty(); tenth++) {
            Thread.sleep(100);
        }
        assertThat(settings.get(Settings.ROUND)).contains(today);
    }
}
