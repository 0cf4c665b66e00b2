package ledger.domain.recognition;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Over which served days a scheme counts (R22). */
public sealed interface Window {

    /** Before any service that is told of. */
    LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    /**
     * All service ever.
     *
     * @param from first served day that counts; absent for any
     * @param cutoff last day that counts in a year's round; absent where every day is looked at
     */
    record Lifetime(@Nullable LocalDate from, @Nullable MonthDay cutoff) implements Window {}

    /**
     * All service from the day of registration on.
     *
     * @param cutoff as for {@link Lifetime}
     */
    record SinceRegistration(@Nullable MonthDay cutoff) implements Window {}

    /** From 1 January to 31 December. */
    record CalendarYear() implements Window {}

    /** Twelve months that begin on the same day each year, chosen by the operator. */
    record TwelveMonths(MonthDay startsOn) implements Window {}

    /**
     * From the day after what the last award rests on; from registration while there is none.
     *
     * @param years that must pass before the next one
     * @param from first served day that counts at all; absent for any
     */
    record SinceLastAward(int years, @Nullable LocalDate from) implements Window {}

    /** So many minutes after the last so many, again and again; from registration on. */
    record Cycle(int minutes) implements Window {}

    /** Served days counted, both inclusive. */
    record Span(LocalDate from, LocalDate to) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        LocalDate middle() {
            return from.plusDays(ChronoUnit.DAYS.between(from, to) / 2);
        }
    }

    /** What a document calls it. */
    @JsonProperty
    default String kind() {
        return switch (this) {
            case Lifetime all -> "lifetime";
            case SinceRegistration all -> "since-registration";
            case CalendarYear year -> "calendar-year";
            case TwelveMonths year -> "twelve-months";
            case SinceLastAward since -> "since-last-award";
            case Cycle cycle -> "cycle";
        };
    }

    /** How often its levels are conferred where the scheme does not say. */
    default Repeat repeat() {
        return switch (this) {
            case Lifetime all -> Repeat.ONCE;
            case SinceRegistration all -> Repeat.ONCE;
            case CalendarYear year -> Repeat.YEARLY;
            case TwelveMonths year -> Repeat.YEARLY;
            case SinceLastAward since -> Repeat.RENEWED;
            case Cycle cycle -> Repeat.EACH_CYCLE;
        };
    }

    /** Whether another one of the same length follows it. */
    @JsonIgnore
    default boolean isYear() {
        return this instanceof CalendarYear || this instanceof TwelveMonths;
    }

    /** Whether nothing counts that was served before registration. */
    @JsonIgnore
    default boolean begins() {
        return this instanceof SinceRegistration || this instanceof Cycle;
    }

    /** The span that a day falls into, for a subject of a scheme. */
    default Span spanAt(LocalDate day, SubjectFacts subject, String schemeId) {
        return switch (this) {
            case Lifetime all -> new Span(all.from() == null ? BEGINNING : all.from(), lastDay(all.cutoff(), day));
            case SinceRegistration all -> new Span(subject.registeredOn(), lastDay(all.cutoff(), day));
            case CalendarYear year -> new Span(day.withDayOfYear(1), LocalDate.of(day.getYear(), 12, 31));
            case TwelveMonths year -> {
                LocalDate start = year.startsOn().atYear(day.getYear());
                LocalDate from = start.isAfter(day) ? year.startsOn().atYear(day.getYear() - 1) : start;
                yield new Span(from, year.startsOn().atYear(from.getYear() + 1).minusDays(1));
            }
            case SinceLastAward since -> {
                LocalDate earliest = since.from() == null ? BEGINNING : since.from();
                LocalDate from = subject.usedUpTo(schemeId, day).map(used -> used.plusDays(1)).orElse(earliest);
                yield new Span(from.isBefore(earliest) ? earliest : from, day);
            }
            case Cycle cycle -> new Span(subject.registeredOn(), day);
        };
    }

    private static LocalDate lastDay(@Nullable MonthDay cutoff, LocalDate day) {
        return cutoff == null ? day : roundOf(cutoff, day);
    }

    /** The last cut-off up to a day. */
    private static LocalDate roundOf(MonthDay cutoff, LocalDate day) {
        LocalDate thisYear = cutoff.atYear(day.getYear());
        return thisYear.isAfter(day) ? cutoff.atYear(day.getYear() - 1) : thisYear;
    }

    /** The first day from this one on which what was served by then is looked at. */
    default LocalDate lookedAtFrom(LocalDate day) {
        MonthDay cutoff = switch (this) {
            case Lifetime all -> all.cutoff();
            case SinceRegistration all -> all.cutoff();
            case CalendarYear year -> null;
            case TwelveMonths year -> null;
            case SinceLastAward since -> null;
            case Cycle cycle -> null;
        };
        if (cutoff == null || roundOf(cutoff, day).equals(day)) {
            return day;
        }
        LocalDate thisYear = cutoff.atYear(day.getYear());
        return thisYear.isBefore(day) ? cutoff.atYear(day.getYear() + 1) : thisYear;
    }
}
