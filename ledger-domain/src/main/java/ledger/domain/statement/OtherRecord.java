package ledger.domain.statement;

/** What a statement may tell beside hours, on request (F1.4 to F1.10, F2.1). None of it is service time. */
public enum OtherRecord {
    /** Ratings of the lines (R19). */
    RATINGS,
    /** Learning minutes (F1.7). */
    TRAINING,
    /** Honours in the record (F1.8). */
    HONOURS,
    /** Complaints received (F2.1). */
    COMPLAINTS
}
