package ledger.api.ground.axonserver;

import java.util.List;
import java.util.Optional;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

import ledger.api.ground.GroupTransaction;
import ledger.domain.Decision;
import ledger.domain.Fact;
import ledger.domain.LedgerCommand;
import ledger.domain.history.FactMetadata;

/**
 * Finds out whether a command whose outcome was in doubt has been stored: every fact carries the id of its command, and
 * a command's facts all lie with its one aggregate. So every command is safe to repeat, whatever it asks.
 */
final class EarlierAnswers implements GroupTransaction.Recollection {

    private final EventStorageEngine engine;

    EarlierAnswers(EventStorageEngine engine) {
        this.engine = engine;
    }

    @Override
    public Optional<Object> of(CommandMessage<?> command) {
        if (!(command.getPayload() instanceof LedgerCommand asked)) {
            return Optional.empty();
        }
        List<Fact> facts = engine.readEvents(asked.aggregateId()).asStream()
                .filter(fact -> command.getIdentifier().equals(fact.getMetaData().get(FactMetadata.COMMAND_ID)))
                .map(fact -> (Fact) fact.getPayload())
                .toList();
        return facts.isEmpty() ? Optional.empty() : Optional.of(new Decision.Accepted<>(facts));
    }
}
