package ledger.domain.recognition;

import java.time.LocalDate;
import java.time.MonthDay;

import org.jspecify.annotations.Nullable;

/**
 * How a scheme looks at age.
 *
 * @param date on which day the age chooses the band
 * @param on that day of the year, where {@code date} is {@code DAY_OF_YEAR}; absent otherwise
 * @param countFromMonths age in months from which service counts; 0 for any
 * @param countBeforeYears birthday from which service does not count any more; 0 for none
 */
public record AgeRule(Date date, @Nullable MonthDay on, int countFromMonths, int countBeforeYears) {

    static final AgeRule STANDARD = new AgeRule(Date.MIDDLE_OF_WINDOW, null, 0, 0);

    /** The day on which an age is looked at. */
    public enum Date {
        FIRST_OF_WINDOW,
        /** In twelve months, the age held for most of them. */
        MIDDLE_OF_WINDOW,
        LAST_OF_WINDOW,
        /** The day that the question is about. */
        DAY_ASKED,
        /** A day of the year in which the window ends. */
        DAY_OF_YEAR
    }

    LocalDate dayOf(Window.Span span, LocalDate asOf) {
        return switch (date) {
            case FIRST_OF_WINDOW -> span.from();
            case MIDDLE_OF_WINDOW -> span.middle();
            case LAST_OF_WINDOW -> span.to();
            case DAY_ASKED -> asOf;
            case DAY_OF_YEAR -> on == null ? asOf : on.atYear(span.to().getYear());
        };
    }

    boolean limitsService() {
        return countFromMonths > 0 || countBeforeYears > 0;
    }

    boolean countsService(LocalDate bornOn, LocalDate servedOn) {
        return !servedOn.isBefore(bornOn.plusMonths(countFromMonths))
                && (countBeforeYears == 0 || servedOn.isBefore(bornOn.plusYears(countBeforeYears)));
    }
}
