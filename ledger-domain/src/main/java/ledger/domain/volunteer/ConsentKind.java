package ledger.domain.volunteer;

/** What a person consents to. */
public enum ConsentKind {
    /** A guardian lets a minor serve 监护人同意 (R14). */
    GUARDIAN,
    /** An organization may enter the volunteer's data 信息录入. */
    DATA_ENTRY,
    /** The record may be shown to others 信息公开 (R30). */
    DISCLOSURE,
    /** The record may be passed to another organization 记录转移. */
    TRANSFER
}
