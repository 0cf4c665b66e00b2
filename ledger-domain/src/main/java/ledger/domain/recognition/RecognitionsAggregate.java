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
import ledger.domain.rulebook.Rulebooks;

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

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<RecognitionEvent> handle(NominationCommand.ObjectToNomination command, Rulebooks rulebooks) {
        return Aggregates.apply(state.decide(command, rulebooks));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<RecognitionEvent> handle(NominationCommand.AnswerNominationObjection command, Rulebooks rulebooks) {
        return Aggregates.apply(state.decide(command, rulebooks));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<RecognitionEvent> handle(NominationCommand.UpholdNominationObjection command, Rulebooks rulebooks) {
        return Aggregates.apply(state.decide(command, rulebooks));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<RecognitionEvent> handle(
            NominationCommand.DismissNominationObjection command, Rulebooks rulebooks) {
        return Aggregates.apply(state.decide(command, rulebooks));
    }

    /** What was conferred before there were reviews has a stream of facts for each recognition, and goes on in it. */
    @EventSourcingHandler
    public void on(RecognitionEvent.OfSubject event) {
        recognitionsId = event.recognitionsId();
        state = state.evolve(event);
    }
}
