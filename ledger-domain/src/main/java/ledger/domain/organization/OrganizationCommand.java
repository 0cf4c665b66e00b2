package ledger.domain.organization;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.LedgerCommand;

/** What can be asked of one organization. */
public sealed interface OrganizationCommand extends LedgerCommand {

    String organizationId();

    @Override
    default String aggregateId() {
        return organizationId();
    }

    /**
     * @param code the organization's public code
     * @param parentId the organization above it; absent for the first of the tree
     * @param zone IANA time zone in which its clocks run (R4)
     */
    record RegisterOrganization(
            String organizationId,
            String code,
            String name,
            OrganizationKind kind,
            @Nullable String parentId,
            String zone)
            implements OrganizationCommand {}

    record SuspendOrganization(String organizationId, String reasonCode, LocalDate suspendedOn)
            implements OrganizationCommand {}

    record ReinstateOrganization(String organizationId, LocalDate reinstatedOn) implements OrganizationCommand {}
}
