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
import ledger.domain.Refusal;
import ledger.domain.recognition.RecognitionCommand.ConferRecognition;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;

/** One level conferred on one volunteer for one window: once, and on evidence. */
@AggregateRoot(type = "Recognition")
public class RecognitionAggregate {

    @AggregateIdentifier
    private @Nullable String recognitionId;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<RecognitionEvent> handle(ConferRecognition command) {
        return Aggregates.apply(decide(recognitionId != null, command));
    }

    static Decision<RecognitionEvent> decide(boolean conferred, ConferRecognition command) {
        if (conferred) {
            return Decision.alreadySo(command.aggregateId());
        }
        Verdict verdict = command.verdict();
        if (!verdict.reached().contains(command.level())) {
            return Decision.refuse(Refusal.of(RecognitionRefusal.LEVEL_NOT_REACHED, "level")
                    .with("level", command.level())
                    .with("minutes", verdict.minutes()));
        }
        if (!verdict.conferrable().contains(command.level())) {
            return Decision.refuse(Refusal.of(RecognitionRefusal.LEVEL_NOT_CONFERRABLE, "level")
                    .with("level", command.level()));
        }
        return Decision.accept(new RecognitionConferred(
                command.aggregateId(),
                command.volunteerId(),
                verdict.schemeId(),
                verdict.schemeVersion(),
                command.level(),
                verdict.band().orElse("all"),
                command.window(),
                verdict.minutes(),
                command.position(),
                verdict.evidenceDigest(),
                command.conferredBy(),
                command.conferredOn()));
    }

    @EventSourcingHandler
    public void on(RecognitionConferred event) {
        recognitionId = event.recognitionId();
    }
}
