package ledger.domain.organization;

import ledger.domain.RefusalCode;

/** Why an organization's register refuses, in order of precedence. */
public enum OrganizationRefusal implements RefusalCode {
    CODE_MISSING,
    NAME_MISSING,
    KIND_UNKNOWN,
    TEAM_NEEDS_PARENT,
    PARENT_UNKNOWN,
    PARENT_DISSOLVED,
    ORGANIZATION_UNDER_ITSELF,
    ORGANIZATION_DIFFERS,
    ORGANIZATION_UNKNOWN,
    ORGANIZATION_DISSOLVED,
    OFFICER_ROLE_UNKNOWN,
    OFFICER_UNKNOWN,
    SUCCESSOR_IS_ITSELF,
    SUCCESSOR_NOT_ACTIVE
}
