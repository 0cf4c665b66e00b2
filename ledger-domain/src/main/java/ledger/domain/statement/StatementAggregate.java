package ledger.domain.statement;

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

/** A statement as Axon sees it: asks {@link Statement} and applies what it answers. */
@AggregateRoot(type = "Statement")
public class StatementAggregate {

    @AggregateIdentifier
    private @Nullable String statementId;

    private Statement state = new Statement.Absent();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<StatementEvent> handle(StatementCommand.IssueStatement command) {
        return Aggregates.apply(Statement.decide(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Decision<StatementEvent> handle(StatementCommand.SupersedeStatement command) {
        return Aggregates.apply(Statement.decide(state, command));
    }

    @EventSourcingHandler
    public void on(StatementEvent event) {
        statementId = LedgerIds.statement(event.number());
        state = Statement.evolve(state, event);
    }
}
