package ledger.api.ground;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;

import ledger.api.access.Actor;
import ledger.domain.Decision;
import ledger.domain.Fact;
import ledger.domain.LedgerCommand;
import ledger.domain.history.FactMetadata;

/** Where commands are handed in, with who asks and why; each answer comes with its ledger position. */
public final class CommandDesk {

    private final CommandBus bus;
    private final LedgerClock clock;

    public CommandDesk(CommandBus bus, LedgerClock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    /**
     * An answer after the commit.
     *
     * @param position a read that waits for it sees what was decided
     */
    public record Receipt(long position, Decision<? extends Fact> decision) {}

    /** A command with the metadata that only its sender knows. */
    public record Asked(LedgerCommand command, Map<String, String> metadata) {}

    public Receipt send(LedgerCommand command, Actor actor) {
        return join(submit(new Asked(command, Map.of()), actor));
    }

    /** Hand in all at once, wait for all: they share transactions. Answers are in the order of the commands. */
    public List<Receipt> sendAll(List<Asked> commands, Actor actor) {
        return submitAll(commands, actor).stream().map(CommandDesk::join).toList();
    }

    /** Hand in all at once and wait for none. */
    public List<CompletableFuture<Receipt>> submitAll(List<Asked> commands, Actor actor) {
        return commands.stream().map(asked -> submit(asked, actor)).toList();
    }

    public CompletableFuture<Receipt> submit(Asked asked, Actor actor) {
        CompletableFuture<Receipt> receipt = new CompletableFuture<>();
        bus.<LedgerCommand, Decision<? extends Fact>>dispatch(message(asked, actor), (command, result) -> {
            if (result.isExceptional()) {
                receipt.completeExceptionally(result.exceptionResult());
            } else {
                long position = (Long) result.getMetaData().get(GroupCommitCommandBus.POSITION);
                receipt.complete(new Receipt(position, result.getPayload()));
            }
        });
        return receipt;
    }

    private CommandMessage<LedgerCommand> message(Asked asked, Actor actor) {
        String commandId = UUID.randomUUID().toString();
        Map<String, String> metadata = new LinkedHashMap<>(asked.metadata());
        metadata.put(FactMetadata.ACTOR, actor.tokenId());
        metadata.put(FactMetadata.ROLE, actor.role().wire());
        actor.organization().ifPresent(id -> metadata.put(FactMetadata.ORGANIZATION, id));
        metadata.put(FactMetadata.COMMAND_ID, commandId);
        metadata.putIfAbsent(FactMetadata.CORRELATION_ID, commandId);
        metadata.put(FactMetadata.RECORDED_ON, clock.today().toString());
        return new GenericCommandMessage<>(
                new GenericMessage<>(commandId, asked.command(), MetaData.from(metadata)),
                asked.command().getClass().getName());
    }

    /** The answer, once it is there. */
    public static Receipt join(CompletableFuture<Receipt> receipt) {
        try {
            return receipt.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
