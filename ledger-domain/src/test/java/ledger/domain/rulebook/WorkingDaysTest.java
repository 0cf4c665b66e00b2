package ledger.domain.rulebook;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingDaysTest {

    private static final WorkingDays CHINA = Rulebooks.shipped().workingDays();

    @Test
    void holidaysAreNoWorkingDays() {
        assertThat(CHINA.isWorkingDay(day("2026-02-17"))).isFalse();
        assertThat(CHINA.isWorkingDay(day("2026-02-24"))).isTrue();
    }

    @Test
    void aWorkedWeekendIsWorked() {
        assertThat(CHINA.isWorkingDay(day("2026-02-14"))).isTrue();
        assertThat(CHINA.isWorkingDay(day("2026-02-28"))).isTrue();
        assertThat(CHINA.isWorkingDay(day("2026-03-07"))).isFalse();
    }

    @Test
    void r16_countsThreeWorkingDaysOverTheSpringFestival() {
        assertThat(CHINA.after(day("2026-02-13"), 3)).isEqualTo("2026-02-25");
        assertThat(CHINA.after(day("2026-02-20"), 3)).isEqualTo("2026-02-26");
    }

    @Test
    void r16_zeroDaysAreTheDayItself() {
        assertThat(CHINA.after(day("2026-02-17"), 0)).isEqualTo("2026-02-17");
    }

    @Test
    void betweenIsTheInverseOfAfter() {
        for (LocalDate from = day("2026-01-01"); from.isBefore(day("2026-12-01")); from = from.plusDays(1)) {
            for (int days = 0; days <= 10; days++) {
                assertThat(CHINA.between(from, CHINA.after(from, days))).as("%s + %s", from, days).isEqualTo(days);
            }
        }
    }

    @Test
    void betweenCountsEachWorkingDayOfALongSpan() {
        for (String end : new String[] {"1899-12-31", "2023-12-31", "2026-02-14", "2026-03-01", "2028-05-07"}) {
            int counted = 0;
            for (LocalDate from = day(end); from.isAfter(day("1895-01-01")); from = from.minusDays(1)) {
                assertThat(CHINA.between(from, day(end))).as("%s to %s", from, end).isEqualTo(counted);
                counted += CHINA.isWorkingDay(from) ? 1 : 0;
            }
        }
        assertThat(CHINA.between(day("2026-03-02"), day("2026-02-24"))).isZero();
    }

    @Test
    void beyondTheLastKnownYearDatesAreProvisional() {
        assertThat(CHINA.isProvisional(day("2026-12-31"))).isFalse();
        assertThat(CHINA.isProvisional(day("2027-01-01"))).isTrue();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
