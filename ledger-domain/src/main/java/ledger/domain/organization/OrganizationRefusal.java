package ledger.domain.organization;

import ledger.domain.RefusalCode;

/** Why an organization's register refuses, in order of precedence. */
public enum OrganizationRefusal implements RefusalCode {
    CODE_MISSING,
    NAME_MISSING,
    KIND_UNKNOWN,
    TEAM_NEEDS_PARENT,
    PARENT_UNKNOWN,
    ORGANIZATION_DIFFERS,
    ORGANIZATION_UNKNOWN
}
