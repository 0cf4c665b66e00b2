package ledger.domain.organization;

/** What sort of body an organization is. */
public enum OrganizationKind {
    /** Registered in its own right 志愿服务组织. */
    VOLUNTEER_ORGANIZATION,
    /** A service team 服务队, under a body that supervises it (R7). */
    TEAM,
    /** The body that runs a service station 站点. */
    STATION,
    COMMUNITY,
    /** Civil affairs or social work department 主管部门. */
    AUTHORITY;

    /** Whether it may record only under a supervising body (R7). */
    public boolean needsSupervisor() {
        return this == TEAM;
    }
}
