package ledger.domain.recognition;

/**
 * What a level asks for beside its minutes.
 *
 * @param wanted inclusive (R21)
 * @param minutesEach minutes that a year needs in order to count; 0 for measures other than years
 */
public record Demand(Measure measure, int wanted, int minutesEach) {

    public Demand(Measure measure, int wanted) {
        this(measure, wanted, 0);
    }

    /** Whether whoever meets this meets that other one too. */
    boolean covers(Demand other) {
        return measure == other.measure && wanted >= other.wanted && minutesEach >= other.minutesEach;
    }
}
