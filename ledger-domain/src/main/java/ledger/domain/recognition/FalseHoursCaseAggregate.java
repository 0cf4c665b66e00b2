package ledger.domain.recognition;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

import ledger.domain.Aggregates;
import ledger.domain.Decision;

/** A report of false hours as Axon sees it: asks {@link FalseHoursCase} and applies what it answers. */
@AggregateRoot(type = "FalseHours")
public class FalseHoursCaseAggregate {

    @AggregateIdentifier
    private @Nullable String caseId;

    private FalseHoursCase state = new FalseHoursCase.Absent();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<FalseHoursEvent> handle(FalseHoursCommand.ReportFalseHours command) {
        return Aggregates.apply(FalseHoursCase.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<FalseHoursEvent> handle(FalseHoursCommand.FindFalseHours command) {
        return Aggregates.apply(FalseHoursCase.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<FalseHoursEvent> handle(FalseHoursCommand.DismissFalseHours command) {
        return Aggregates.apply(FalseHoursCase.decide(state, command));
    }

    @EventSourcingHandler
    public void on(FalseHoursEvent event) {
        caseId = event.caseId();
        state = FalseHoursCase.evolve(event);
    }
}
