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

/** An honour as Axon sees it: asks {@link Honour} and applies what it answers. */
@AggregateRoot(type = "Honour")
public class HonourAggregate {

    @AggregateIdentifier
    private @Nullable String honourId;

    private Honour state = new Honour.Absent();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HonourEvent> handle(HonourCommand.RecordHonour command) {
        return Aggregates.apply(Honour.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<HonourEvent> handle(HonourCommand.RevokeHonour command) {
        return Aggregates.apply(Honour.decide(state, command));
    }

    @EventSourcingHandler
    public void on(HonourEvent event) {
        honourId = event.honourId();
        state = Honour.evolve(event);
    }
}
