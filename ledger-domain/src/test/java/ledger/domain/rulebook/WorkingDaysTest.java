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
    void beyondTheLastKnownYearDatesAreProvisional() {
        assertThat(CHINA.isProvisional(day("2026-12-31"))).isFalse();
        assertThat(CHINA.isProvisional(day("2027-01-01"))).isTrue();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
