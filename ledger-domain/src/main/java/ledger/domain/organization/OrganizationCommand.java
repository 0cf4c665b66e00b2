package ledger.domain.organization;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.LedgerCommand;
import ledger.domain.account.AnnexNote;

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

    /**
     * Put an organization under another one.
     *
     * @param parentId the organization above it from now on; absent for none
     * @param underItself whether that one stands below it, as the tree is when this is decided
     */
    record AffiliateOrganization(
            String organizationId, @Nullable String parentId, boolean underItself, LocalDate affiliatedOn)
            implements OrganizationCommand {

        public AffiliateOrganization withUnderItself(boolean known) {
            return new AffiliateOrganization(organizationId, parentId, known, affiliatedOn);
        }
    }

    /** @param officerId the person's id among the organization's contacts; the name stands in the vault */
    record AppointOfficer(String organizationId, String officerId, OfficerRole role, LocalDate appointedOn)
            implements OrganizationCommand {}

    record DismissOfficer(String organizationId, String officerId, OfficerRole role, LocalDate dismissedOn)
            implements OrganizationCommand {}

    record WarnOrganization(
            String organizationId, String reasonCode, @Nullable AnnexNote reason, LocalDate warnedOn)
            implements OrganizationCommand {}

    record SuspendOrganization(String organizationId, String reasonCode, LocalDate suspendedOn)
            implements OrganizationCommand {}

    record ReinstateOrganization(String organizationId, LocalDate reinstatedOn) implements OrganizationCommand {}

    /**
     * End an organization; another one answers for what it recorded (F2.11).
     *
     * @param successorMayRecord whether the successor is there and in good standing, as the door found it
     */
    record DissolveOrganization(
            String organizationId,
            String successorId,
            boolean successorMayRecord,
            String reasonCode,
            @Nullable AnnexNote reason,
            LocalDate dissolvedOn)
            implements OrganizationCommand {}
}
