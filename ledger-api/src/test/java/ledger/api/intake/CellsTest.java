package ledger.api.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-09", "2026/3/9", "2026.3.9", "2026年3月9日", "20260309", "２０２６－０３－０９", " 2026-3-9 "})
    void readsDatesAsPeopleWriteThem(String text) {
        assertThat(Cells.date(text)).contains(LocalDate.of(2026, 3, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "9/3/2026", "45000", "昨天", "", "2026-13-01"})
    void refusesWhatIsNoDate(String text) {
        assertThat(Cells.date(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:05", "9:05", "０９：０５", "9时05分", "09:05:00"})
    void readsClockTimes(String text) {
        assertThat(Cells.clock(text)).contains(new Cells.Clock(LocalTime.of(9, 5), false));
    }

    @Test
    void readsTheNextDayAndMidnight() {
        assertThat(Cells.clock("次日01:30")).contains(new Cells.Clock(LocalTime.of(1, 30), true));
        assertThat(Cells.clock("24:00")).contains(new Cells.Clock(LocalTime.MIDNIGHT, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "9:60", "9", "noon", "9:5"})
    void refusesWhatIsNoTime(String text) {
        assertThat(Cells.clock(text)).isEmpty();
    }

    @Test
    void momentsWithAnOffsetBecomeLocalTimeOfTheOrganization() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        assertThat(Cells.moment("2026-03-04T07:00:00Z", zone)).contains(LocalDateTime.of(2026, 3, 4, 15, 0));
        assertThat(Cells.moment("2026-03-04 15:00:00", zone)).contains(LocalDateTime.of(2026, 3, 4, 15, 0));
    }

    @Test
    void hoursKeepTheDecimalsAsWritten() {
        assertThat(Cells.hours("1.50")).contains(new BigDecimal("1.50"));
        assertThat(Cells.hours("１．５")).contains(new BigDecimal("1.5"));
        assertThat(Cells.hours("1E9")).isEmpty();
        assertThat(Cells.hours("-1")).isEmpty();
    }
}
