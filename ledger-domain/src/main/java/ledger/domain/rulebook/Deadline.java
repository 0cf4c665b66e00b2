package ledger.domain.rulebook;

import java.time.LocalDate;
import java.util.Optional;

import ledger.domain.document.Place;

/**
 * Until when a service is to be recorded, counted from the day on which it ended (R13).
 *
 * @param workingDays so many whole working days later; 0 where the deadline is told in months, or there is none
 * @param months so many months later; 0 where it is told in working days, or there is none
 * @param hardStopMonths after so many months it is not recorded at all; 0 for never
 */
public record Deadline(int workingDays, int months, Late late, int hardStopMonths) {

    /** What becomes of a late entry. */
    public enum Late {
        /** It is marked and counts like any other. */
        FLAG,
        /** It waits for somebody who looks at the proof. */
        HOLD
    }

    public static final Deadline NONE = new Deadline(0, 0, Late.FLAG, 0);

    static Deadline read(Place place) {
        place.only("workingDays", "months", "late", "hardStopMonths");
        if (place.has("workingDays") == place.has("months")) {
            throw place.mistake("workingDays 与 months 须写其一", "either workingDays or months is wanted");
        }
        return new Deadline(
                place.has("workingDays") ? place.at("workingDays").whole(1, 250) : 0,
                place.has("months") ? place.at("months").whole(1, 60) : 0,
                place.at("late").one(Late.class),
                place.at("hardStopMonths").wholeOrOff(1, 120));
    }

    /** The last day on which a service that ended on this day is recorded in time; none where nothing is set. */
    public Optional<LocalDate> lastDay(LocalDate ended, WorkingDays calendar) {
        if (workingDays > 0) {
            return Optional.of(calendar.after(ended, workingDays));
        }
        return months > 0 ? Optional.of(ended.plusMonths(months)) : Optional.empty();
    }

    /** The last day on which it is recorded at all. */
    public Optional<LocalDate> hardStop(LocalDate ended) {
        return hardStopMonths > 0 ? Optional.of(ended.plusMonths(hardStopMonths)) : Optional.empty();
    }
}
