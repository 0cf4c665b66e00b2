package ledger.projections.organization;

import org.jspecify.annotations.Nullable;

import ledger.domain.organization.OrganizationKind;

/** An organization as the register shows it. */
public record OrganizationView(
        String organizationId,
        String code,
        String name,
        OrganizationKind kind,
        @Nullable String parentId,
        String zone,
        boolean active) {}
