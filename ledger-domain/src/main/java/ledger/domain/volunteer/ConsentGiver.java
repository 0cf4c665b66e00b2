package ledger.domain.volunteer;

/** Who gave a consent. */
public enum ConsentGiver {
    VOLUNTEER,
    /** A parent or other guardian 监护人; the name is kept in the annex. */
    GUARDIAN
}
