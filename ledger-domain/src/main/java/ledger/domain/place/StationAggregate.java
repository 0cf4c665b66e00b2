package ledger.domain.place;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

import ledger.domain.Aggregates;
import ledger.domain.Decision;

/** A station as Axon sees it: asks {@link Station} and applies what it answers. */
@AggregateRoot(type = "Station")
public class StationAggregate {

    @AggregateIdentifier
    private @Nullable String stationId;

    private Station state = new Station.Unknown();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<StationEvent> handle(StationCommand.OpenStation command) {
        return Aggregates.apply(Station.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<StationEvent> handle(StationCommand.CloseStation command) {
        return Aggregates.apply(Station.decide(state, command));
    }

    @EventSourcingHandler
    public void on(StationEvent event) {
        stationId = event.stationId();
        state = Station.evolve(state, event);
    }
}
