package ledger.domain.recognition;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import ledger.domain.recognition.Counting.Part;

/**
 * What counted, measured.
 *
 * @param months calendar months with service
 * @param minutesByYear minutes by calendar year
 * @param ratingPercent average rating, 0 where none is rated
 */
record Tally(
        int minutes,
        int sessions,
        SortedSet<YearMonth> months,
        SortedMap<Integer, Integer> minutesByYear,
        int ratingPercent) {

    static final Tally EMPTY = new Tally(
            0, 0, Collections.emptySortedSet(), Collections.emptySortedMap(), 0);

    static Tally of(List<Part> counted) {
        int minutes = 0;
        int rated = 0;
        int ratings = 0;
        SortedSet<YearMonth> months = new TreeSet<>();
        SortedMap<Integer, Integer> years = new TreeMap<>();
        for (Part part : counted) {
            LocalDate day = part.entry().servedOn();
            minutes = Math.addExact(minutes, part.minutes());
            months.add(YearMonth.from(day));
            years.merge(day.getYear(), part.minutes(), Math::addExact);
            Integer rating = part.entry().ratingPercent();
            if (rating != null) {
                rated++;
                ratings += rating;
            }
        }
        return new Tally(minutes, counted.size(), months, years, rated == 0 ? 0 : ratings / rated);
    }

    /** The longest run of months with service. */
    int consecutiveMonths() {
        int longest = 0;
        int run = 0;
        YearMonth before = null;
        for (YearMonth month : months) {
            run = before != null && before.plusMonths(1).equals(month) ? run + 1 : 1;
            longest = Math.max(longest, run);
            before = month;
        }
        return longest;
    }

    /** Months with service in a row, back from this one. */
    int monthsUpTo(YearMonth last) {
        int run = 0;
        while (months.contains(last.minusMonths(run))) {
            run++;
        }
        return run;
    }

    int ofYear(int year) {
        return minutesByYear.getOrDefault(year, 0);
    }

    /** Years with at least so many minutes. */
    int years(int minutesEach) {
        return (int) minutesByYear.values().stream().filter(some -> some >= minutesEach).count();
    }

    /** The longest run of such years. */
    int consecutiveYears(int minutesEach) {
        return minutesByYear.keySet().stream().mapToInt(year -> yearsUpTo(year, minutesEach)).max().orElse(0);
    }

    /** Such years in a row, back from this one. */
    int yearsUpTo(int last, int minutesEach) {
        int run = 0;
        while (ofYear(last - run) >= minutesEach) {
            run++;
        }
        return run;
    }
}
