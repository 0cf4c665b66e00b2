package ledger.domain.organization;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

import ledger.domain.Aggregates;
import ledger.domain.Decision;

/** An organization as Axon sees it: asks {@link Organization} and applies what it answers. */
@AggregateRoot(type = "Organization")
public class OrganizationAggregate {

    @AggregateIdentifier
    private @Nullable String organizationId;

    private Organization state = new Organization.Unknown();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<OrganizationEvent> handle(OrganizationCommand.RegisterOrganization command) {
        return Aggregates.apply(Organization.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<OrganizationEvent> handle(OrganizationCommand.SuspendOrganization command) {
        return Aggregates.apply(Organization.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<OrganizationEvent> handle(OrganizationCommand.ReinstateOrganization command) {
        return Aggregates.apply(Organization.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<OrganizationEvent> handle(OrganizationCommand.AffiliateOrganization command) {
        return Aggregates.apply(Organization.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<OrganizationEvent> handle(OrganizationCommand.AppointOfficer command) {
        return Aggregates.apply(Organization.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<OrganizationEvent> handle(OrganizationCommand.DismissOfficer command) {
        return Aggregates.apply(Organization.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<OrganizationEvent> handle(OrganizationCommand.WarnOrganization command) {
        return Aggregates.apply(Organization.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<OrganizationEvent> handle(OrganizationCommand.DissolveOrganization command) {
        return Aggregates.apply(Organization.decide(state, command));
    }

    @EventSourcingHandler
    public void on(OrganizationEvent event) {
        organizationId = event.organizationId();
        state = Organization.evolve(state, event);
    }
}
