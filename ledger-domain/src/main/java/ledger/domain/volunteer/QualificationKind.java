package ledger.domain.volunteer;

/** What entitles a volunteer to a kind of service (R14). */
public enum QualificationKind {
    /** A licence or certificate of a profession 资格证书. */
    CREDENTIAL,
    /** A training that was completed 培训. */
    TRAINING,
    /** An accident insurance 保险. */
    INSURANCE
}
