package ledger.domain.organization;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;
import ledger.domain.account.AnnexNote;

/** What happened to an organization. */
public sealed interface OrganizationEvent extends Fact {

    String organizationId();

    record OrganizationRegistered(
            String organizationId,
            String code,
            String name,
            OrganizationKind kind,
            @Nullable String parentId,
            String zone)
            implements OrganizationEvent {}

    record OrganizationAffiliated(String organizationId, @Nullable String parentId, LocalDate affiliatedOn)
            implements OrganizationEvent {}

    record OfficerAppointed(String organizationId, String officerId, OfficerRole role, LocalDate appointedOn)
            implements OrganizationEvent {}

    record OfficerDismissed(String organizationId, String officerId, OfficerRole role, LocalDate dismissedOn)
            implements OrganizationEvent {}

    record OrganizationWarned(String organizationId, String reasonCode, @Nullable AnnexNote reason, LocalDate warnedOn)
            implements OrganizationEvent {}

    record OrganizationSuspended(String organizationId, String reasonCode, LocalDate suspendedOn)
            implements OrganizationEvent {}

    record OrganizationReinstated(String organizationId, LocalDate reinstatedOn) implements OrganizationEvent {}

    record OrganizationDissolved(
            String organizationId,
            String successorId,
            String reasonCode,
            @Nullable AnnexNote reason,
            LocalDate dissolvedOn)
            implements OrganizationEvent {}
}
