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

/** A complaint as Axon sees it: asks {@link Complaint} and applies what it answers. */
@AggregateRoot(type = "Complaint")
public class ComplaintAggregate {

    @AggregateIdentifier
    private @Nullable String complaintId;

    private Complaint state = new Complaint.Absent();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<ComplaintEvent> handle(ComplaintCommand.RaiseComplaint command) {
        return Aggregates.apply(Complaint.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<ComplaintEvent> handle(ComplaintCommand.AnswerComplaint command) {
        return Aggregates.apply(Complaint.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<ComplaintEvent> handle(ComplaintCommand.CloseComplaint command) {
        return Aggregates.apply(Complaint.decide(state, command));
    }

    @EventSourcingHandler
    public void on(ComplaintEvent event) {
        complaintId = event.complaintId();
        state = Complaint.evolve(state, event);
    }
}
