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

/** A grid as Axon sees it: asks {@link Grid} and applies what it answers. */
@AggregateRoot(type = "Grid")
public class GridAggregate {

    @AggregateIdentifier
    private @Nullable String gridId;

    private Grid state = new Grid.Unknown();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<GridEvent> handle(GridCommand.DefineGrid command) {
        return Aggregates.apply(Grid.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<GridEvent> handle(GridCommand.MergeGrid command) {
        return Aggregates.apply(Grid.decide(state, command));
    }

    @EventSourcingHandler
    public void on(GridEvent event) {
        gridId = event.gridId();
        state = Grid.evolve(state, event);
    }
}
