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

/** What was decided of one subject under one scheme, as Axon sees it: asks {@link Recognitions}. */
@AggregateRoot(type = "Recognition")
public class RecognitionsAggregate {

    @AggregateIdentifier
    private @Nullable String recognitionsId;

    private Recognitions state = Recognitions.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<RecognitionEvent> handle(RecognitionCommand.NominateForRecognition command) {
        return Aggregates.apply(state.decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<RecognitionEvent> handle(RecognitionCommand.ConferRecognition command) {
        return Aggregates.apply(state.decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<RecognitionEvent> handle(RecognitionCommand.DeclineNomination command) {
        return Aggregates.apply(state.decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<RecognitionEvent> handle(RecognitionCommand.PutRecognitionUnderReview command) {
        return Aggregates.apply(state.decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<RecognitionEvent> handle(RecognitionCommand.ConfirmRecognition command) {
        return Aggregates.apply(state.decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<RecognitionEvent> handle(RecognitionCommand.WithdrawRecognition command) {
        return Aggregates.apply(state.decide(command));
    }

    /** What was conferred before there were reviews has a stream of facts for each recognition, and goes on in it. */
    @EventSourcingHandler
    public void on(RecognitionEvent.OfSubject event) {
        recognitionsId = event.recognitionsId();
        state = state.evolve(event);
    }
}
