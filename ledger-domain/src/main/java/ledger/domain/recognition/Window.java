package ledger.domain.recognition;

import java.time.LocalDate;
import java.time.MonthDay;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Over which served days a scheme counts (R22). */
public sealed interface Window {

    /** All service from the day of registration on. */
    record SinceRegistration() implements Window {}

    /** Twelve months that begin on the same day each year, chosen by the operator. */
    record TwelveMonths(MonthDay startsOn) implements Window {}

    /** Served days counted, both inclusive. */
    record Span(LocalDate from, LocalDate to) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        LocalDate middle() {
            return from.plusDays(java.time.temporal.ChronoUnit.DAYS.between(from, to) / 2);
        }
    }

    /** What a document calls it. */
    @JsonProperty
    default String kind() {
        return switch (this) {
            case SinceRegistration lifetime -> "since-registration";
            case TwelveMonths year -> "twelve-months";
        };
    }

    /** The span that a day falls into, for a volunteer registered on {@code registeredOn}. */
    default Span spanAt(LocalDate day, LocalDate registeredOn) {
        return switch (this) {
            case SinceRegistration lifetime -> new Span(registeredOn, day);
            case TwelveMonths year -> {
                LocalDate start = year.startsOn().atYear(day.getYear());
                LocalDate from = start.isAfter(day) ? year.startsOn().atYear(day.getYear() - 1) : start;
                yield new Span(from, year.startsOn().atYear(from.getYear() + 1).minusDays(1));
            }
        };
    }
}
