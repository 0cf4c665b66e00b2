package ledger.domain.organization;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;

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

    record OrganizationSuspended(String organizationId, String reasonCode, LocalDate suspendedOn)
            implements OrganizationEvent {}

    record OrganizationReinstated(String organizationId, LocalDate reinstatedOn) implements OrganizationEvent {}
}
