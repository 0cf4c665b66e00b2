package ledger.domain.account;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServedTimeTest {

    private static final LocalDate SATURDAY = LocalDate.parse("2026-03-07");
    private static final LocalDate SUNDAY = LocalDate.parse("2026-03-08");

    @Test
    void r11_aSessionWithinADayFillsThatDayOnly() {
        assertThat(Sample.saturday("09:00", "11:30").minutesByDay()).isEqualTo(Map.of(SATURDAY, 150));
    }

    @Test
    void r11_aSessionOverMidnightFillsBothDays() {
        ServedTime time = Sample.between("2026-03-07T22:00", "2026-03-08T01:30");
        assertThat(time.minutes()).isEqualTo(210);
        assertThat(time.minutesByDay()).isEqualTo(Map.of(SATURDAY, 120, SUNDAY, 90));
    }

    @Test
    void r11_aSessionThatEndsAtMidnightLeavesTheNextDayFree() {
        ServedTime time = Sample.between("2026-03-07T22:00", "2026-03-08T00:00");
        assertThat(time.minutesByDay()).isEqualTo(Map.of(SATURDAY, 120));
    }

    @Test
    void r11_breaksComeOffTheEarlierDayFirst() {
        assertThat(overnight(30).minutesByDay()).isEqualTo(Map.of(SATURDAY, 90, SUNDAY, 90));
        assertThat(overnight(150).minutesByDay()).isEqualTo(Map.of(SATURDAY, 0, SUNDAY, 60));
    }

    @Test
    void r11_anEntryWithoutAnIntervalFillsItsDay() {
        assertThat(ServedTime.value(SATURDAY, Sample.SHANGHAI, 80).minutesByDay()).isEqualTo(Map.of(SATURDAY, 80));
    }

    @Test
    void r1_theMinutesOfTheDaysAddUpAcrossAChangeOfTheClocks() {
        ServedTime time = ServedTime.interval(
                LocalDateTime.parse("2026-03-07T23:00"), LocalDateTime.parse("2026-03-08T04:00"),
                ZoneId.of("America/New_York"), 15);
        assertThat(time.minutes()).isEqualTo(225);
        assertThat(time.minutesByDay()).isEqualTo(Map.of(SATURDAY, 45, SUNDAY, 180));
    }

    private static ServedTime overnight(int breakMinutes) {
        return ServedTime.interval(
                LocalDateTime.parse("2026-03-07T22:00"), LocalDateTime.parse("2026-03-08T01:30"), Sample.SHANGHAI,
                breakMinutes);
    }
}
