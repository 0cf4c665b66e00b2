package ledger.domain.activity;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

import ledger.domain.Aggregates;
import ledger.domain.Decision;

/** An activity as Axon sees it: asks {@link Activity} and applies what it answers. */
@AggregateRoot(type = "Activity")
public class ActivityAggregate {

    @AggregateIdentifier
    private @Nullable String activityId;

    private Activity state = new Activity.Unpublished();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<ActivityEvent> handle(ActivityCommand.PublishActivity command) {
        return Aggregates.apply(Activity.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<ActivityEvent> handle(ActivityCommand.CancelActivity command) {
        return Aggregates.apply(Activity.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<ActivityEvent> handle(ActivityCommand.CloseActivity command) {
        return Aggregates.apply(Activity.decide(state, command));
    }

    @EventSourcingHandler
    public void on(ActivityEvent event) {
        activityId = event.activityId();
        state = Activity.evolve(state, event);
    }
}
