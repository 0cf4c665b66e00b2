package ledger.domain.account;

/** Why an entry waits for a person. */
public enum HoldReason {
    /** It overlaps a standing entry (R10). */
    SERVICE_OVERLAPS,
    /** The day is over the automatic limit; the parent organization decides (R11). */
    OVER_DAILY_LIMIT_PARENT_DECIDES,
    /** The day is over the parent organization's limit; the authority decides (R11). */
    OVER_DAILY_LIMIT_AUTHORITY_DECIDES
}
