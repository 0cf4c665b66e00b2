package ledger.domain.account;

import java.time.LocalDate;

/**
 * How well a service was done, in the words of one who was there (R19). It never changes minutes.
 *
 * @param scale the best that can be given, from 2 to 10
 * @param rating what was given, from 1 to the scale
 */
public record Rating(int scale, int rating, By by, LocalDate ratedOn) {

    /** Who rates. */
    public enum By {
        RECIPIENT,
        ORGANIZER
    }
}
