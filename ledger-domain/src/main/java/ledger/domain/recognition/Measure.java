package ledger.domain.recognition;

/** What can be asked of service, each a whole number. */
public enum Measure {
    MINUTES,
    /** Calendar months with service. */
    DISTINCT_MONTHS,
    /** The longest run of calendar months with service. */
    CONSECUTIVE_MONTHS,
    /** Whole months from registration, or from the beginning of the window where that is later. */
    TENURE_MONTHS,
    /** Sessions of service. */
    SESSIONS,
    /** Calendar years with at least so many minutes. */
    YEARS,
    /** The longest run of such years. */
    CONSECUTIVE_YEARS,
    /** Minutes of training, which are never service (R8). */
    TRAINING_MINUTES,
    /** Average rating of rated sessions in percent of the best, cut to a whole number; 0 where none is rated. */
    RATING_PERCENT,
    /** Honours in the record that a recording organization awarded itself (F1.8). */
    OWN_HONOURS,
    /** Honours in the record that a government of county level or above awarded. */
    GOVERNMENT_HONOURS,
    /** Honours in the record that another body awarded. */
    OTHER_HONOURS,
    /** 1 where no complaint is open on the day asked, else 0 (F2.1). */
    NO_OPEN_COMPLAINT;

    /** Whether nothing of it is left when a new window begins; time since registration, learning and honours stay. */
    boolean beginsAnewEachYear() {
        return switch (this) {
            case MINUTES, DISTINCT_MONTHS, CONSECUTIVE_MONTHS, SESSIONS, YEARS, CONSECUTIVE_YEARS, RATING_PERCENT ->
                true;
            case TENURE_MONTHS, TRAINING_MINUTES, OWN_HONOURS, GOVERNMENT_HONOURS, OTHER_HONOURS, NO_OPEN_COMPLAINT ->
                false;
        };
    }
}
