package ledger.domain.recognition;

/** What a level asks for beside figures, before somebody may confer it. No entry can show it; a person must see it. */
public enum Approval {
    NONE,
    /** A group nominates; nobody applies for oneself. */
    GROUP_NOMINATION,
    /** A nomination, and a panel that decides. */
    NOMINATION_PANEL,
    /** A certificate of how well the service was done. */
    PERFORMANCE_CERTIFICATE
}
