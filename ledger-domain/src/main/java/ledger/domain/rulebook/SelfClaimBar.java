package ledger.domain.rulebook;

import java.time.LocalDate;

import ledger.domain.document.Place;

/**
 * For how long nobody claims hours for oneself after hours were found to be false (R25): until the years are over and
 * so much other service was certified.
 *
 * @param years whole years from the day of the finding; 0 where there is no bar
 * @param minutes certified since then, claims left out
 */
public record SelfClaimBar(int years, int minutes, Barred barred) {

    /** What becomes of hours that are claimed all the same. */
    public enum Barred {
        /** They wait for the authority: service really given is not lost. */
        HOLD,
        /** They are not recorded. */
        REFUSE
    }

    public static final SelfClaimBar NONE = new SelfClaimBar(0, 0, Barred.HOLD);

    static SelfClaimBar read(Place place) {
        place.only("years", "furtherHours", "barred");
        return new SelfClaimBar(
                place.at("years").whole(1, 10),
                60 * place.at("furtherHours").whole(0, 10_000),
                place.find("barred").map(barred -> barred.one(Barred.class)).orElse(Barred.HOLD));
    }

    /** The first day on which the years are over. */
    public LocalDate endsOn(LocalDate foundOn) {
        return foundOn.plusYears(years);
    }

    /** @param day on which hours are claimed; what was claimed before the finding stays as it is */
    public boolean bars(LocalDate foundOn, int minutesSince, LocalDate day) {
        return years > 0 && !day.isBefore(foundOn) && (day.isBefore(endsOn(foundOn)) || minutesSince < minutes);
    }
}
