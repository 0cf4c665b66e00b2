package ledger.api.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

import ledger.projections.RecordedFact;

/**
 * One transaction for a group of commands: each is handled in a unit of work of its own inside that of the group, and
 * the facts of all are appended by one statement when the group's commits.
 */
public final class GroupTransaction {

    private final TransactionManager transactions;
    private final UnaryOperator<List<CommandMessage<?>>> briefing;
    private final CorrelationDataProvider provenance;
    private final LongSupplier head;
    private final Consumer<List<RecordedFact>> written;
    private final Handling handling;
    private final Recollection recollection;

    /** What an earlier run of the same command has left in the ledger, if it has. */
    @FunctionalInterface
    public interface Recollection {
        Optional<Object> of(CommandMessage<?> command);
    }

    /** One command of a group could not be handled; nothing of the group is stored. */
    static final class CommandFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int place;

        CommandFailedException(int place, Throwable cause) {
            super("a command could not be handled", cause);
            this.place = place;
        }

        /** Its place in the group, from 0 on. */
        int place() {
            return place;
        }
    }

    /** How one command is handled, inside its own unit of work. */
    interface Handling {
        @Nullable Object handle(UnitOfWork<CommandMessage<?>> own) throws Exception;
    }

    GroupTransaction(
            TransactionManager transactions,
            UnaryOperator<List<CommandMessage<?>>> briefing,
            CorrelationDataProvider provenance,
            LongSupplier head,
            Consumer<List<RecordedFact>> written,
            Handling handling,
            Recollection recollection) {
        this.transactions = transactions;
        this.briefing = briefing;
        this.provenance = provenance;
        this.head = head;
        this.written = written;
        this.handling = handling;
        this.recollection = recollection;
    }

    /**
     * All or nothing; when it returns, the facts of all commands are on disk. Where the store did not answer, the
     * commands are run again for as long as patience lasts, and those that were stored are answered as stored.
     *
     * @param again whether these commands may have been stored by an earlier run
     * @return one answer for each command, in their order, each with its ledger position
     * @throws CommandFailedException naming the one, among several, that threw
     */
    List<CommandResultMessage<Object>> commit(List<CommandMessage<?>> asked, boolean again) {
        Patience patience = new Patience();
        for (boolean repeated = again; ; repeated = true) {
            try {
                return attempt(asked, repeated);
            } catch (RuntimeException e) {
                if (!Conflicts.isOfAbsence(e) || !patience.pause()) {
                    throw e;
                }
            }
        }
    }

    private List<CommandResultMessage<Object>> attempt(List<CommandMessage<?>> asked, boolean again) {
        UnitOfWork<CommandMessage<?>> root = DefaultUnitOfWork.startAndGet(null);
        try {
            root.attachTransaction(transactions);
            Appended appended = root.getOrComputeResource(Appended.RESOURCE, key -> new Appended());
            List<CommandMessage<?>> commands = briefing.apply(asked);
            List<Object> answers = new ArrayList<>(commands.size());
            for (int i = 0; i < commands.size(); i++) {
                answers.add(answer(commands, i, again));
            }
            root.commit();
            // Where nothing was written, all that was decided on had been written before now.
            long last = appended.last() > 0 ? appended.last() : head.getAsLong();
            if (appended.last() > 0) {
                written.accept(List.copyOf(appended.facts()));
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

    private @Nullable Object answer(List<CommandMessage<?>> commands, int place, boolean again) {
        try {
            return answer(commands.get(place), again);
        } catch (RuntimeException e) {
            boolean ofTheMoment = Conflicts.isOfAbsence(e) || Conflicts.isWorthAnotherAttempt(e);
            throw ofTheMoment || commands.size() == 1 ? e : new CommandFailedException(place, e);
        }
    }

    private @Nullable Object answer(CommandMessage<?> command, boolean again) {
        return again || command.getMetaData().containsKey(GroupCommitCommandBus.REPEATED)
                ? recollection.of(command).orElseGet(() -> handle(command))
                : handle(command);
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
