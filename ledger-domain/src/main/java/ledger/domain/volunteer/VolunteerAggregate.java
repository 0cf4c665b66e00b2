package ledger.domain.volunteer;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

import ledger.domain.Aggregates;
import ledger.domain.Decision;

/** A volunteer's registration as Axon sees it: asks {@link Volunteer} and applies what it answers. */
@AggregateRoot(type = "Volunteer")
public class VolunteerAggregate {

    @AggregateIdentifier
    private @Nullable String volunteerId;

    private Volunteer state = new Volunteer.NotEnrolled();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<VolunteerEvent> handle(VolunteerCommand.EnrolVolunteer command) {
        return Aggregates.apply(Volunteer.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<VolunteerEvent> handle(VolunteerCommand.RecordConsent command) {
        return Aggregates.apply(Volunteer.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<VolunteerEvent> handle(VolunteerCommand.WithdrawConsent command) {
        return Aggregates.apply(Volunteer.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<VolunteerEvent> handle(VolunteerCommand.RecordQualification command) {
        return Aggregates.apply(Volunteer.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<VolunteerEvent> handle(VolunteerCommand.WithdrawQualification command) {
        return Aggregates.apply(Volunteer.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<VolunteerEvent> handle(VolunteerCommand.FreezeVolunteer command) {
        return Aggregates.apply(Volunteer.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<VolunteerEvent> handle(VolunteerCommand.UnfreezeVolunteer command) {
        return Aggregates.apply(Volunteer.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<VolunteerEvent> handle(VolunteerCommand.WithdrawVolunteer command) {
        return Aggregates.apply(Volunteer.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<VolunteerEvent> handle(VolunteerCommand.MergeVolunteers command) {
        return Aggregates.apply(Volunteer.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<VolunteerEvent> handle(VolunteerCommand.UnmergeVolunteers command) {
        return Aggregates.apply(Volunteer.decide(state, command));
    }

    @EventSourcingHandler
    public void on(VolunteerEvent event) {
        volunteerId = event.volunteerId();
        state = Volunteer.evolve(state, event);
    }
}
