package ledger.domain.account;

/** How the deciding organization stands to the one that recorded the entry (R11, R17). */
public enum Tier {
    /** It is the recording organization itself. */
    OWN,
    /** It is an ancestor of the recording organization. */
    PARENT,
    AUTHORITY
}
