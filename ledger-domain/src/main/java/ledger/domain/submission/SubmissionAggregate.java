package ledger.domain.submission;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

import ledger.domain.Aggregates;
import ledger.domain.Decision;

/** A submission as Axon sees it: asks {@link Submission} and applies what it answers. */
@AggregateRoot(type = "Submission")
public class SubmissionAggregate {

    @AggregateIdentifier
    private @Nullable String submissionId;

    private Submission state = new Submission.Absent();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<SubmissionEvent> handle(SubmissionCommand.SubmitRoster command) {
        return Aggregates.apply(Submission.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<SubmissionEvent> handle(SubmissionCommand.CompleteRoster command) {
        return Aggregates.apply(Submission.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<SubmissionEvent> handle(SubmissionCommand.ReverseRoster command) {
        return Aggregates.apply(Submission.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<SubmissionEvent> handle(SubmissionCommand.CompleteReversal command) {
        return Aggregates.apply(Submission.decide(state, command));
    }

    @EventSourcingHandler
    public void on(SubmissionEvent event) {
        submissionId = event.submissionId();
        state = Submission.evolve(state, event);
    }
}
