package ledger.api.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.TestLedger;
import ledger.api.access.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/** As of an instant means: up to a position. No daily round adds a fact of its own when the clock jumps. */
class LedgerTimeTest {

    private static TestLedger ledger;
    private static LedgerTime time;
    private static JdbcTemplate jdbc;
    private static int number;
    private static int year = 2090;

    @BeforeAll
    static void start() throws IOException {
        ledger = TestLedger.start(Files.createTempDirectory("ledger-time"), "--ledger.daily-round=false");
        time = ledger.get(LedgerTime.class);
        jdbc = ledger.get(JdbcTemplate.class);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void anInstantIsTheLastPositionOfItsSecond() {
        int year = later();
        long first = writtenIn(year, "10:00:00");
        Instant moment = head();
        long second = writtenIn(year, "10:05:00");
        long third = written();
        assertThat(time.asOf(moment)).isEqualTo(first);
        assertThat(time.asOf(moment.truncatedTo(ChronoUnit.SECONDS))).isEqualTo(first);
        assertThat(time.asOf(moment.minusSeconds(1))).isEqualTo(first - 1);
        assertThat(time.asOf(moment.plusSeconds(200))).isEqualTo(first);
        assertThat(time.asOf(head())).isEqualTo(third).isGreaterThan(second);
        assertThat(time.before(moment)).isEqualTo(Optional.of(first - 1));
    }

    @Test
    void beforeTheFirstFactThereIsNothingAndAfterTheLastEverything() {
        long last = written();
        assertThat(time.asOf(Instant.EPOCH)).isZero();
        assertThat(time.before(Instant.EPOCH)).isEmpty();
        assertThat(time.asOf(head().plusSeconds(1_000_000))).isEqualTo(last);
    }

    @Test
    void staysMonotoneWhenTheClockJumpsBack() {
        int year = later();
        long ahead = writtenIn(year + 2, "12:00:00");
        Instant furthest = head();
        long back = writtenIn(year + 1, "12:00:00");
        long further = written();
        assertThat(List.of(back, further)).containsExactly(ahead + 1, ahead + 2);
        assertThat(head()).isEqualTo(furthest);
        assertThat(time.asOf(furthest)).as("what came later belongs to the furthest second").isEqualTo(further);
        assertThat(time.asOf(middleOf(year + 1))).isLessThan(ahead);
        long again = writtenIn(year + 3, "12:00:00");
        assertThat(time.asOf(furthest)).isEqualTo(further);
        assertThat(time.asOf(head())).isEqualTo(again);
        assertThat(IntStream.range(year, year + 5).mapToObj(one -> time.asOf(middleOf(one)))).isSorted();
    }

    @Test
    void marksAreOneASecondAndRiseWithThePositions() {
        writtenIn(later(), "12:00:00");
        for (int i = 0; i < 20; i++) {
            written();
        }
        List<Long> positions = jdbc.queryForList("SELECT position FROM facts.ledger_time ORDER BY instant", Long.class);
        assertThat(positions).isSorted().doesNotHaveDuplicates();
        assertThat(jdbc.queryForList(
                        "SELECT 1 FROM facts.ledger_time WHERE instant <> date_trunc('second', instant)",
                        Integer.class))
                .isEmpty();
        assertThat((long) positions.size()).isLessThan(written());
    }

    /** Each test begins in a year after all that others wrote. */
    private static int later() {
        year += 10;
        return year;
    }

    private static Instant middleOf(int year) {
        return Instant.parse(year + "-06-01T00:00:00Z");
    }

    private static long writtenIn(int year, String clock) {
        ledger.get(LedgerClock.class).simulate(LocalDate.of(year, 3, 1), LocalTime.parse(clock));
        return written();
    }

    private static long written() {
        number++;
        return ledger.get(CommandDesk.class)
                .send(Nodes.record("time-" + number, "time", number), Actor.LEDGER)
                .position();
    }

    private static Instant head() {
        return jdbc.queryForObject(
                "SELECT instant FROM facts.ledger_head", (row, at) -> row.getTimestamp(1).toInstant());
    }
}
