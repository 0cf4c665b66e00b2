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
import ledger.domain.LedgerIds;
import ledger.domain.recognition.RecognitionCommand.PublishScheme;
import ledger.domain.recognition.RecognitionEvent.SchemePublished;

/** One version of a scheme: published once, its text never changed afterwards (R21). */
@AggregateRoot(type = "Scheme")
public class SchemeAggregate {

    @AggregateIdentifier
    private @Nullable String schemeId;

    private @Nullable SchemePublished published;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<RecognitionEvent> handle(PublishScheme command) {
        return Aggregates.apply(decide(published, command));
    }

    static Decision<RecognitionEvent> decide(@Nullable SchemePublished published, PublishScheme command) {
        if (published == null) {
            return Decision.accept(new SchemePublished(
                    command.schemeId(), command.version(), command.effectiveFrom(), command.digest()));
        }
        return published.digest().equals(command.digest())
                ? Decision.alreadySo(command.aggregateId())
                : Decision.refuse(RecognitionRefusal.SCHEME_TEXT_CHANGED, "version");
    }

    @EventSourcingHandler
    public void on(SchemePublished event) {
        schemeId = LedgerIds.scheme(event.schemeId(), event.version());
        published = event;
    }
}
