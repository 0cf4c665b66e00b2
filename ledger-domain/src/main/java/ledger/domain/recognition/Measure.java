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
    RATING_PERCENT
}
