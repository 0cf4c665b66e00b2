package ledger.domain.recognition;

import java.time.LocalDate;

/**
 * For how long a scheme bars after false hours, in years (R25); both 0 where it does not.
 *
 * @param fewest for whom nothing else was decided
 * @param most no decision reaches further
 */
public record Sanction(int fewest, int most) {

    static final Sanction NONE = new Sanction(0, 0);

    /** The last day of the bar. */
    LocalDate lastDay(FalseHours found) {
        return found.foundOn().plusYears(Math.clamp(found.barYears(), fewest, most)).minusDays(1);
    }

    boolean bars() {
        return most > 0;
    }
}
