package ledger.projections.organization;

import org.jspecify.annotations.Nullable;

import ledger.domain.organization.OrganizationKind;
import ledger.domain.organization.OrganizationStanding;

/**
 * An organization as the register shows it.
 *
 * @param active whether it may record service
 * @param successorId who answers for it since it was dissolved; absent before (F2.11)
 */
public record OrganizationView(
        String organizationId,
        String code,
        String name,
        OrganizationKind kind,
        @Nullable String parentId,
        String zone,
        boolean active,
        OrganizationStanding standing,
        @Nullable String successorId) {}
