package ledger.domain.recognition;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import ledger.domain.recognition.Window.Span;

import static org.assertj.core.api.Assertions.assertThat;

class WindowTest {

    private static final Window MARCH = new Window.TwelveMonths(MonthDay.of(3, 1));
    private static final LocalDate REGISTERED = day("2024-03-05");

    @Test
    void r22_twelveMonthsBeginOnTheirDay() {
        assertThat(at(MARCH, day("2026-03-01"))).isEqualTo(span("2026-03-01", "2027-02-28"));
        assertThat(at(MARCH, day("2026-02-28"))).isEqualTo(span("2025-03-01", "2026-02-28"));
    }

    @Test
    void r22_twelveMonthsMayEndOnALeapDay() {
        assertThat(at(MARCH, day("2028-02-29"))).isEqualTo(span("2027-03-01", "2028-02-29"));
    }

    @Test
    void r22_everyDayLiesInItsOwnTwelveMonths() {
        for (LocalDate at = day("2026-01-01"); at.isBefore(day("2030-01-01")); at = at.plusDays(1)) {
            assertThat(at(MARCH, at).contains(at)).as(at.toString()).isTrue();
        }
    }

    @Test
    void r22_sinceRegistrationRunsToTheDayAsked() {
        assertThat(at(new Window.SinceRegistration(null), day("2026-03-31")))
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

    @Test
    void r22_aCalendarYearRunsFromJanuaryToDecember() {
        assertThat(at(new Window.CalendarYear(), day("2026-01-01"))).isEqualTo(span("2026-01-01", "2026-12-31"));
        assertThat(at(new Window.CalendarYear(), day("2026-12-31"))).isEqualTo(span("2026-01-01", "2026-12-31"));
    }

    @Test
    void r22_aYearsRoundCountsUpToItsCutOff() {
        Window rounds = new Window.SinceRegistration(MonthDay.of(11, 30));
        assertThat(at(rounds, day("2026-11-29"))).isEqualTo(span("2024-03-05", "2025-11-30"));
        assertThat(at(rounds, day("2026-11-30"))).isEqualTo(span("2024-03-05", "2026-11-30"));
        assertThat(rounds.lookedAtFrom(day("2026-11-30"))).isEqualTo("2026-11-30");
        assertThat(rounds.lookedAtFrom(day("2026-12-01"))).isEqualTo("2027-11-30");
    }

    @Test
    void r23_whatAnAwardRestsOnIsUsedUp() {
        Window renewed = new Window.SinceLastAward(3, day("2001-01-20"));
        assertThat(at(renewed, day("2026-03-31"))).isEqualTo(span("2001-01-20", "2026-03-31"));
        SubjectFacts holder = new SubjectFacts(REGISTERED, Optional.empty())
                .with(List.of(
                        new Award("s", "card", day("2025-06-01"), "2001-01-20..2025-05-31", null),
                        new Award("other", "card", day("2026-01-01"), "", null)));
        assertThat(renewed.spanAt(day("2026-03-31"), holder, "s")).isEqualTo(span("2025-06-01", "2026-03-31"));
        assertThat(renewed.spanAt(day("2025-05-31"), holder, "s")).as("before it was conferred")
                .isEqualTo(span("2001-01-20", "2025-05-31"));
    }

    private static Span at(Window window, LocalDate day) {
        return window.spanAt(day, new SubjectFacts(REGISTERED, Optional.empty()), "s");
    }

    private static Span span(String from, String to) {
        return new Span(day(from), day(to));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
