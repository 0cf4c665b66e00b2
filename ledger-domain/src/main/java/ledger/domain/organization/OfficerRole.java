package ledger.domain.organization;

/** What an officer does for an organization. */
public enum OfficerRole {
    /** Writes sessions down 记录员. */
    RECORDER,
    /** Certifies and signs statements 审核员. */
    CERTIFIER,
    /** Answers for the organization 管理员. */
    MANAGER
}
