package ledger.api.ground;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.axonframework.commandhandling.CommandMessage;

import ledger.domain.LedgerCommand;

/**
 * Reads in one go, inside a group's transaction, the facts that its commands will ask for one by one: all of what is
 * not kept in memory, and of hot accounts what another node has added, so that nothing is decided on a stale one.
 */
public final class ReadAhead implements UnaryOperator<List<CommandMessage<?>>> {

    private final UnaryOperator<List<CommandMessage<?>>> briefing;
    private final FactStorageEngine engine;
    private final HotAccounts hot;

    /** @param briefing what is done with the commands first */
    public ReadAhead(
            UnaryOperator<List<CommandMessage<?>>> briefing, FactStorageEngine engine, HotAccounts hot) {
        this.briefing = briefing;
        this.engine = engine;
        this.hot = hot;
    }

    @Override
    public List<CommandMessage<?>> apply(List<CommandMessage<?>> commands) {
        List<CommandMessage<?>> briefed = briefing.apply(commands);
        Collection<String> ids = commands.stream()
                .map(CommandMessage::getPayload)
                .filter(LedgerCommand.class::isInstance)
                .map(payload -> ((LedgerCommand) payload).aggregateId())
                .distinct()
                .toList();
        Map<String, Long> known = hot.sequences(ids);
        engine.readAhead(ids, known).forEach(hot::forget);
        return briefed;
    }
}
