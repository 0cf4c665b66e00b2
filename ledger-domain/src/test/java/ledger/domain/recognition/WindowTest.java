package ledger.domain.recognition;

import java.time.LocalDate;
import java.time.MonthDay;

import org.junit.jupiter.api.Test;

import ledger.domain.recognition.Window.Span;

import static org.assertj.core.api.Assertions.assertThat;

class WindowTest {

    private static final Window MARCH = new Window.TwelveMonths(MonthDay.of(3, 1));
    private static final LocalDate REGISTERED = day("2024-03-05");

    @Test
    void r22_twelveMonthsBeginOnTheirDay() {
        assertThat(MARCH.spanAt(day("2026-03-01"), REGISTERED)).isEqualTo(span("2026-03-01", "2027-02-28"));
        assertThat(MARCH.spanAt(day("2026-02-28"), REGISTERED)).isEqualTo(span("2025-03-01", "2026-02-28"));
    }

    @Test
    void r22_twelveMonthsMayEndOnALeapDay() {
        assertThat(MARCH.spanAt(day("2028-02-29"), REGISTERED)).isEqualTo(span("2027-03-01", "2028-02-29"));
    }

    @Test
    void r22_everyDayLiesInItsOwnTwelveMonths() {
        for (LocalDate at = day("2026-01-01"); at.isBefore(day("2030-01-01")); at = at.plusDays(1)) {
            assertThat(MARCH.spanAt(at, REGISTERED).contains(at)).as(at.toString()).isTrue();
        }
    }

    @Test
    void r22_sinceRegistrationRunsToTheDayAsked() {
        assertThat(new Window.SinceRegistration().spanAt(day("2026-03-31"), REGISTERED))
                .isEqualTo(span("2024-03-05", "2026-03-31"));
    }

    @Test
    void r22_bothEdgesBelongToTheWindow() {
        Span span = span("2026-03-01", "2027-02-28");
        assertThat(span.contains(day("2026-02-28"))).isFalse();
        assertThat(span.contains(day("2026-03-01"))).isTrue();
        assertThat(span.contains(day("2027-02-28"))).isTrue();
        assertThat(span.contains(day("2027-03-01"))).isFalse();
    }

    private static Span span(String from, String to) {
        return new Span(day(from), day(to));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
