package ledger.domain.organization;

/** How an organization stands with those who watch over it. */
public enum OrganizationStanding {
    ACTIVE,
    /** Told to put something right; it goes on recording 警告. */
    WARNED,
    /** It may record nothing new for now 暂停. */
    SUSPENDED,
    /** It is no more; its successor answers for what it recorded 注销. */
    DISSOLVED;

    public boolean mayRecord() {
        return this == ACTIVE || this == WARNED;
    }
}
