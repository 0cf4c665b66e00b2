package ledger.domain.organization;

import java.util.Objects;
import java.util.function.Function;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.organization.Charter.Office;
import ledger.domain.organization.OrganizationCommand.AffiliateOrganization;
import ledger.domain.organization.OrganizationCommand.AppointOfficer;
import ledger.domain.organization.OrganizationCommand.DismissOfficer;
import ledger.domain.organization.OrganizationCommand.DissolveOrganization;
import ledger.domain.organization.OrganizationCommand.RegisterOrganization;
import ledger.domain.organization.OrganizationCommand.ReinstateOrganization;
import ledger.domain.organization.OrganizationCommand.SuspendOrganization;
import ledger.domain.organization.OrganizationCommand.WarnOrganization;
import ledger.domain.organization.OrganizationEvent.OfficerAppointed;
import ledger.domain.organization.OrganizationEvent.OfficerDismissed;
import ledger.domain.organization.OrganizationEvent.OrganizationAffiliated;
import ledger.domain.organization.OrganizationEvent.OrganizationDissolved;
import ledger.domain.organization.OrganizationEvent.OrganizationRegistered;
import ledger.domain.organization.OrganizationEvent.OrganizationReinstated;
import ledger.domain.organization.OrganizationEvent.OrganizationSuspended;
import ledger.domain.organization.OrganizationEvent.OrganizationWarned;

/** An organization: unknown, active, warned, suspended, or dissolved with a successor (F1.20, F2.11). */
sealed interface Organization {

    record Unknown() implements Organization {}

    record Active(Charter charter) implements Organization {}

    record Warned(Charter charter, OrganizationWarned warning) implements Organization {}

    record Suspended(Charter charter) implements Organization {}

    record Dissolved(Charter charter, OrganizationDissolved end) implements Organization {}

    static Decision<OrganizationEvent> decide(Organization state, OrganizationCommand command) {
        return switch (command) {
            case RegisterOrganization register -> register(state, register);
            case AffiliateOrganization affiliate -> standing(state, charter -> affiliate(charter, affiliate));
            case AppointOfficer appoint -> standing(state, charter -> appoint(charter, appoint));
            case DismissOfficer dismiss -> standing(state, charter -> dismiss(charter, dismiss));
            case WarnOrganization warn -> warn(state, warn);
            case SuspendOrganization suspend -> standing(state, charter -> state instanceof Suspended
                    ? Decision.alreadySo(suspend.organizationId())
                    : Decision.accept(new OrganizationSuspended(
                            suspend.organizationId(), suspend.reasonCode(), suspend.suspendedOn())));
            case ReinstateOrganization reinstate -> standing(state, charter -> state instanceof Active
                    ? Decision.alreadySo(reinstate.organizationId())
                    : Decision.accept(
                            new OrganizationReinstated(reinstate.organizationId(), reinstate.reinstatedOn())));
            case DissolveOrganization dissolve -> dissolve(state, dissolve);
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
            case Active known -> again(known.charter(), registered);
            case Warned known -> again(known.charter(), registered);
            case Suspended known -> again(known.charter(), registered);
            case Dissolved known -> again(known.charter(), registered);
        };
    }

    private static Decision<OrganizationEvent> again(Charter known, OrganizationRegistered sent) {
        return known.isSameAs(sent)
                ? Decision.alreadySo(sent.organizationId())
                : Decision.refuse(Refusal.of(OrganizationRefusal.ORGANIZATION_DIFFERS, "code").with("code", sent.code()));
    }

    /** What can be asked of an organization that is there and not dissolved. */
    private static Decision<OrganizationEvent> standing(
            Organization state, Function<Charter, Decision<OrganizationEvent>> decide) {
        return switch (state) {
            case Unknown unknown -> Decision.refuse(OrganizationRefusal.ORGANIZATION_UNKNOWN, "organization");
            case Dissolved dissolved -> Decision.refuse(OrganizationRefusal.ORGANIZATION_DISSOLVED, "organization");
            case Active active -> decide.apply(active.charter());
            case Warned warned -> decide.apply(warned.charter());
            case Suspended suspended -> decide.apply(suspended.charter());
        };
    }

    private static Decision<OrganizationEvent> affiliate(Charter charter, AffiliateOrganization command) {
        if (charter.registered().kind().needsSupervisor() && command.parentId() == null) {
            return Decision.refuse(OrganizationRefusal.TEAM_NEEDS_PARENT, "parent");
        }
        if (command.underItself() || command.organizationId().equals(command.parentId())) {
            return Decision.refuse(OrganizationRefusal.ORGANIZATION_UNDER_ITSELF, "parent");
        }
        return Objects.equals(charter.parentId(), command.parentId())
                ? Decision.alreadySo(command.organizationId())
                : Decision.accept(new OrganizationAffiliated(
                        command.organizationId(), command.parentId(), command.affiliatedOn()));
    }

    private static Decision<OrganizationEvent> appoint(Charter charter, AppointOfficer command) {
        return charter.offices().contains(new Office(command.officerId(), command.role()))
                ? Decision.alreadySo(command.officerId())
                : Decision.accept(new OfficerAppointed(
                        command.organizationId(), command.officerId(), command.role(), command.appointedOn()));
    }

    private static Decision<OrganizationEvent> dismiss(Charter charter, DismissOfficer command) {
        return charter.offices().contains(new Office(command.officerId(), command.role()))
                ? Decision.accept(new OfficerDismissed(
                        command.organizationId(), command.officerId(), command.role(), command.dismissedOn()))
                : Decision.refuse(OrganizationRefusal.OFFICER_UNKNOWN, "officer");
    }

    private static Decision<OrganizationEvent> warn(Organization state, WarnOrganization command) {
        var warned = new OrganizationWarned(
                command.organizationId(), command.reasonCode(), command.reason(), command.warnedOn());
        boolean known = state instanceof Warned(Charter charter, OrganizationWarned before)
                && before.reasonCode().equals(warned.reasonCode())
                && before.warnedOn().equals(warned.warnedOn());
        return standing(state, charter -> known
                ? Decision.alreadySo(command.organizationId())
                : Decision.accept(warned));
    }

    private static Decision<OrganizationEvent> dissolve(Organization state, DissolveOrganization command) {
        if (state instanceof Dissolved(Charter charter, OrganizationDissolved end)
                && end.successorId().equals(command.successorId())) {
            return Decision.alreadySo(command.organizationId());
        }
        return standing(state, charter -> {
            if (command.successorId().equals(command.organizationId())) {
                return Decision.refuse(OrganizationRefusal.SUCCESSOR_IS_ITSELF, "successor");
            }
            if (!command.successorMayRecord()) {
                return Decision.refuse(OrganizationRefusal.SUCCESSOR_NOT_ACTIVE, "successor");
            }
            return Decision.accept(new OrganizationDissolved(
                    command.organizationId(), command.successorId(), command.reasonCode(), command.reason(),
                    command.dissolvedOn()));
        });
    }

    static Organization evolve(Organization state, OrganizationEvent event) {
        return switch (event) {
            case OrganizationRegistered registered -> new Active(Charter.of(registered));
            case OrganizationAffiliated e -> with(state, charter(state).under(e.parentId()));
            case OfficerAppointed e -> with(state, charter(state).appointing(new Office(e.officerId(), e.role())));
            case OfficerDismissed e -> with(state, charter(state).dismissing(new Office(e.officerId(), e.role())));
            // A warning does not lift a suspension.
            case OrganizationWarned e -> state instanceof Suspended ? state : new Warned(charter(state), e);
            case OrganizationSuspended suspended -> new Suspended(charter(state));
            case OrganizationReinstated reinstated -> new Active(charter(state));
            case OrganizationDissolved dissolved -> new Dissolved(charter(state), dissolved);
        };
    }

    private static Organization with(Organization state, Charter charter) {
        return switch (state) {
            case Unknown unknown -> throw neverRegistered();
            case Active active -> new Active(charter);
            case Warned warned -> new Warned(charter, warned.warning());
            case Suspended suspended -> new Suspended(charter);
            case Dissolved dissolved -> new Dissolved(charter, dissolved.end());
        };
    }

    private static Charter charter(Organization state) {
        return switch (state) {
            case Unknown unknown -> throw neverRegistered();
            case Active active -> active.charter();
            case Warned warned -> warned.charter();
            case Suspended suspended -> suspended.charter();
            case Dissolved dissolved -> dissolved.charter();
        };
    }

    private static IllegalStateException neverRegistered() {
        return new IllegalStateException("a fact speaks of an organization never registered");
    }
}
