package ledger.domain.organization;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.organization.OrganizationCommand.RegisterOrganization;
import ledger.domain.organization.OrganizationCommand.ReinstateOrganization;
import ledger.domain.organization.OrganizationCommand.SuspendOrganization;
import ledger.domain.organization.OrganizationEvent.OrganizationRegistered;
import ledger.domain.organization.OrganizationEvent.OrganizationReinstated;
import ledger.domain.organization.OrganizationEvent.OrganizationSuspended;

/** An organization: unknown, active or suspended. */
sealed interface Organization {

    record Unknown() implements Organization {}

    record Active(OrganizationRegistered registered) implements Organization {}

    record Suspended(OrganizationRegistered registered) implements Organization {}

    static Decision<OrganizationEvent> decide(Organization state, OrganizationCommand command) {
        return switch (command) {
            case RegisterOrganization register -> register(state, register);
            case SuspendOrganization suspend -> switch (state) {
                case Unknown unknown -> Decision.refuse(OrganizationRefusal.ORGANIZATION_UNKNOWN, "organization");
                case Suspended suspended -> Decision.alreadySo(suspend.organizationId());
                case Active active -> Decision.accept(new OrganizationSuspended(
                        suspend.organizationId(), suspend.reasonCode(), suspend.suspendedOn()));
            };
            case ReinstateOrganization reinstate -> switch (state) {
                case Unknown unknown -> Decision.refuse(OrganizationRefusal.ORGANIZATION_UNKNOWN, "organization");
                case Active active -> Decision.alreadySo(reinstate.organizationId());
                case Suspended suspended -> Decision.accept(
                        new OrganizationReinstated(reinstate.organizationId(), reinstate.reinstatedOn()));
            };
        };
    }

    private static Decision<OrganizationEvent> register(Organization state, RegisterOrganization command) {
        if (command.code().isBlank()) {
            return Decision.refuse(OrganizationRefusal.CODE_MISSING, "code");
        }
        if (command.name().isBlank()) {
            return Decision.refuse(OrganizationRefusal.NAME_MISSING, "name");
        }
        if (command.kind().needsSupervisor() && command.parentId() == null) {
            return Decision.refuse(OrganizationRefusal.TEAM_NEEDS_PARENT, "parent");
        }
        var registered = new OrganizationRegistered(
                command.organizationId(), command.code(), command.name(), command.kind(), command.parentId(),
                command.zone());
        return switch (state) {
            case Unknown unknown -> Decision.accept(registered);
            case Active active -> again(active.registered(), registered);
            case Suspended suspended -> again(suspended.registered(), registered);
        };
    }

    private static Decision<OrganizationEvent> again(OrganizationRegistered known, OrganizationRegistered sent) {
        return known.equals(sent)
                ? Decision.alreadySo(known.organizationId())
                : Decision.refuse(Refusal.of(OrganizationRefusal.ORGANIZATION_DIFFERS, "code").with("code", sent.code()));
    }

    static Organization evolve(Organization state, OrganizationEvent event) {
        return switch (event) {
            case OrganizationRegistered registered -> new Active(registered);
            case OrganizationSuspended suspended -> new Suspended(registeredAs(state));
            case OrganizationReinstated reinstated -> new Active(registeredAs(state));
        };
    }

    private static OrganizationRegistered registeredAs(Organization state) {
        return switch (state) {
            case Active active -> active.registered();
            case Suspended suspended -> suspended.registered();
            case Unknown unknown -> throw new IllegalStateException("a fact speaks of an organization never registered");
        };
    }
}
