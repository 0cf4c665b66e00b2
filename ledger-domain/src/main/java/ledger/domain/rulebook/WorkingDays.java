package ledger.domain.rulebook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A country's working days, with public holidays and the weekend days worked instead.
 *
 * @param lastKnownYear beyond it plain weekdays are used and every date computed is provisional
 */
public record WorkingDays(int lastKnownYear, Set<LocalDate> holidays, Set<LocalDate> workedWeekends) {

    public WorkingDays {
        holidays = Set.copyOf(holidays);
        workedWeekends = Set.copyOf(workedWeekends);
    }

    /** A calendar as its document tells it: each year with its holidays and worked weekend days. */
    static WorkingDays read(Place document) {
        document.only("lastKnownYear", "years");
        int last = document.at("lastKnownYear").whole(2000, 2200);
        Set<LocalDate> holidays = new TreeSet<>();
        Set<LocalDate> worked = new TreeSet<>();
        document.at("years").keys().forEach((year, place) -> {
            place.only("holidays", "workedWeekends");
            place.at("holidays").items().forEach(span -> holidays.addAll(days(span, year)));
            place.at("workedWeekends").items().forEach(span -> worked.addAll(days(span, year)));
        });
        if (!document.at("years").has(Integer.toString(last))) {
            throw document.at("lastKnownYear").mistake("the days of " + last + " are not told");
        }
        return new WorkingDays(last, holidays, worked);
    }

    /** A day, or a span such as {@code 2026-10-01..2026-10-07} with both ends. */
    private static List<LocalDate> days(Place span, String year) {
        String[] ends = span.text().split("\\.\\.", -1);
        LocalDate from = span.day(ends[0]);
        LocalDate to = span.day(ends[ends.length - 1]);
        if (ends.length > 2 || to.isBefore(from) || !year.equals(Integer.toString(from.getYear()))) {
            throw span.mistake("a day or a span of days of " + year + " is wanted, not " + span.text());
        }
        return from.datesUntil(to.plusDays(1)).toList();
    }

    public boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? workedWeekends.contains(day) : !holidays.contains(day);
    }

    /** The last of {@code count} whole working days that follow {@code day}; {@code day} itself when count is 0. */
    public LocalDate after(LocalDate day, int count) {
        LocalDate at = day;
        for (int left = count; left > 0; ) {
            at = at.plusDays(1);
            if (isWorkingDay(at)) {
                left--;
            }
        }
        return at;
    }

    /** Working days after {@code from}, up to and including {@code to}. */
    public int between(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
    }

    public boolean isProvisional(LocalDate day) {
        return day.getYear() > lastKnownYear;
    }
}
