package ledger.domain.rulebook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

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
