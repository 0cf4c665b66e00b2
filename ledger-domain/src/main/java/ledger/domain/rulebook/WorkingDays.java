package ledger.domain.rulebook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import ledger.domain.document.Place;

/** A country's working days, with public holidays and the weekend days worked instead. */
public final class WorkingDays {

    private static final long MONDAY_LONG_AGO = LocalDate.of(1900, 1, 1).toEpochDay();

    private final int lastKnownYear;
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> workedWeekends;
    private final long[] freeWeekdays;
    private final long[] workedFreeDays;

    /** @param lastKnownYear beyond it plain weekdays are used and every date computed is provisional */
    private WorkingDays(int lastKnownYear, Set<LocalDate> holidays, Set<LocalDate> workedWeekends) {
        this.lastKnownYear = lastKnownYear;
        this.holidays = Set.copyOf(holidays);
        this.workedWeekends = Set.copyOf(workedWeekends);
        this.freeWeekdays = inOrder(holidays.stream().filter(day -> !isWeekend(day)));
        this.workedFreeDays = inOrder(workedWeekends.stream().filter(WorkingDays::isWeekend));
    }

    private static long[] inOrder(Stream<LocalDate> days) {
        return days.mapToLong(LocalDate::toEpochDay).sorted().toArray();
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
            throw document.at("lastKnownYear").mistake("没有写 " + last + " 年的日期", "the days of " + last + " are not told");
        }
        return new WorkingDays(last, holidays, worked);
    }

    /** A day, or a span such as {@code 2026-10-01..2026-10-07} with both ends. */
    private static List<LocalDate> days(Place span, String year) {
        String[] ends = span.text().split("\\.\\.", -1);
        LocalDate from = span.day(ends[0]);
        LocalDate to = span.day(ends[ends.length - 1]);
        if (ends.length > 2 || to.isBefore(from) || !year.equals(Integer.toString(from.getYear()))) {
            throw span.mistake(
                    "应为 " + year + " 年的一天或一段日期，而不是 " + span.text(),
                    "a day or a span of days of " + year + " is wanted, not " + span.text());
        }
        return from.datesUntil(to.plusDays(1)).toList();
    }

    public int lastKnownYear() {
        return lastKnownYear;
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWeekend(day) ? workedWeekends.contains(day) : !holidays.contains(day);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
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

    /** Working days after {@code from}, up to and including {@code to}; 0 when that is not later. */
    public int between(LocalDate from, LocalDate to) {
        return to.isAfter(from) ? (int) (upTo(to) - upTo(from)) : 0;
    }

    /** Working days up to and including a day, counted from a Monday long ago: of use only as a difference. */
    private long upTo(LocalDate day) {
        long days = day.toEpochDay() - MONDAY_LONG_AGO + 1;
        long weekdays = Math.floorDiv(days, 7) * 5 + Math.min(Math.floorMod(days, 7), 5);
        return weekdays - upTo(freeWeekdays, day) + upTo(workedFreeDays, day);
    }

    private static int upTo(long[] days, LocalDate day) {
        int found = Arrays.binarySearch(days, day.toEpochDay());
        return found >= 0 ? found + 1 : -found - 1;
    }

    public boolean isProvisional(LocalDate day) {
        return day.getYear() > lastKnownYear;
    }
}
