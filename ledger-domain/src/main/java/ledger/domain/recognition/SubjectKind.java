package ledger.domain.recognition;

import ledger.domain.organization.OrganizationKind;

/** Who or what a scheme recognizes. */
public enum SubjectKind {
    PERSON,
    /** A team or group with a common record. */
    TEAM,
    ORGANIZATION,
    PROJECT,
    /** A family, or some who serve together without being a team. */
    FAMILY_OR_GROUP;

    public static SubjectKind of(OrganizationKind kind) {
        return kind == OrganizationKind.TEAM ? TEAM : ORGANIZATION;
    }
}
