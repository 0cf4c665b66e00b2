package ledger.api.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * One transaction for a group of commands: each is handled in a unit of work of its own inside that of the group, and
 * the facts of all are appended by one statement when the group's commits.
 */
final class GroupTransaction {

    private final TransactionManager transactions;
    private final UnaryOperator<List<CommandMessage<?>>> briefing;
    private final CorrelationDataProvider provenance;
    private final LongSupplier head;
    private final LongConsumer written;
    private final Handling handling;

    /** How one command is handled, inside its own unit of work. */
    interface Handling {
        @Nullable Object handle(UnitOfWork<CommandMessage<?>> own) throws Exception;
    }

    GroupTransaction(
            TransactionManager transactions,
            UnaryOperator<List<CommandMessage<?>>> briefing,
            CorrelationDataProvider provenance,
            LongSupplier head,
            LongConsumer written,
            Handling handling) {
        this.transactions = transactions;
        this.briefing = briefing;
        this.provenance = provenance;
        this.head = head;
        this.written = written;
        this.handling = handling;
    }

    /**
     * All or nothing; when it returns, the facts of all commands are on disk.
     *
     * @return one answer for each command, in their order, each with its ledger position
     */
    List<CommandResultMessage<Object>> commit(List<CommandMessage<?>> asked) {
        UnitOfWork<CommandMessage<?>> root = DefaultUnitOfWork.startAndGet(null);
        try {
            root.attachTransaction(transactions);
            Appended appended = root.getOrComputeResource(Appended.RESOURCE, key -> new Appended());
            List<CommandMessage<?>> commands = briefing.apply(asked);
            List<Object> answers = new ArrayList<>(commands.size());
            for (CommandMessage<?> command : commands) {
                answers.add(handle(command));
            }
            long before = head.getAsLong();
            root.commit();
            long last = Math.max(before, appended.last());
            if (appended.last() > 0) {
                written.accept(last);
            }
            List<CommandResultMessage<Object>> results = new ArrayList<>(commands.size());
            for (int i = 0; i < commands.size(); i++) {
                long position = appended.positionOf(commands.get(i).getIdentifier()).orElse(last);
                results.add(new GenericCommandResultMessage<>(answers.get(i), Map.of(GroupCommitCommandBus.POSITION, position)));
            }
            return results;
        } catch (Throwable e) {
            if (root.isActive()) {
                root.rollback(e);
            }
            throw e instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    private @Nullable Object handle(CommandMessage<?> command) {
        DefaultUnitOfWork<CommandMessage<?>> own = DefaultUnitOfWork.startAndGet(command);
        own.registerCorrelationDataProvider(provenance);
        ResultMessage<Object> result = own.executeWithResult(() -> handling.handle(own));
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof RuntimeException e
                    ? e
                    : new IllegalStateException(result.exceptionResult());
        }
        return result.getPayload();
    }
}
