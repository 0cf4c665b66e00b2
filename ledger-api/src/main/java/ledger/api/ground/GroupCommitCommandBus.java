package ledger.api.ground;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.Registration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.CannotCreateTransactionException;

import ledger.api.ground.GroupTransaction.CommandFailedException;
import ledger.projections.RecordedFact;

/**
 * A command bus whose waiting commands share a transaction. One lane: commands are handled in the order they came, each
 * in a unit of work of its own inside that of the group, so a refusal leaves nothing behind. All facts of the group are
 * appended by one statement, and nobody is answered before its commit. Where a command throws, those before and behind it
 * are run again without it; where a group cannot be appended, its commands are run again one by one. So no command
 * disturbs another.
 */
public final class GroupCommitCommandBus implements CommandBus, AutoCloseable {

    /** Metadata of a result: the ledger position up to which a reader must have read to see it. */
    public static final String POSITION = "position";

    /** Metadata of a command that was sent before under the same id, with an outcome nobody knows. */
    public static final String REPEATED = "repeated";

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommitCommandBus.class);
    private static final int LARGEST_GROUP = 500;
    private static final int LONGEST_QUEUE = 10_000;
    private static final int ATTEMPTS = 10;
    private static final int GROUP_ATTEMPTS = 3;
    private static final Duration LONGEST_WAIT_FOR_PLACE = Duration.ofSeconds(20);

    private final GroupTransaction transaction;
    private final Map<String, MessageHandler<? super CommandMessage<?>>> handlers = new ConcurrentHashMap<>();
    private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> handlerInterceptors =
            new CopyOnWriteArrayList<>();
    private final List<MessageDispatchInterceptor<? super CommandMessage<?>>> dispatchInterceptors =
            new CopyOnWriteArrayList<>();
    private final BlockingQueue<WaitingCommand> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE, true);
    private volatile boolean open = true;
    private final Thread lane;

    /** No place in the queue within the time: the sender must slow down. */
    public static final class QueueFullException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public QueueFullException() {
            super("too many commands are waiting");
        }
    }

    /** Another process was faster each time: nothing was stored, and the same command may be sent again. */
    public static final class ContendedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ContendedException(@Nullable Throwable cause) {
            super("another process was faster each time", cause);
        }
    }

    /**
     * @param briefing completes the commands of a group, inside its transaction, with what others know
     * @param provenance metadata that facts inherit from their command
     * @param head the last position written
     * @param written told the facts of each commit that wrote
     * @param recollection asked before a command is run a second time
     */
    public GroupCommitCommandBus(
            TransactionManager transactions,
            UnaryOperator<List<CommandMessage<?>>> briefing,
            CorrelationDataProvider provenance,
            LongSupplier head,
            Consumer<List<RecordedFact>> written,
            GroupTransaction.Recollection recollection) {
        this.transaction = new GroupTransaction(
                transactions, briefing, provenance, head, written, this::handle, recollection);
        this.lane = Thread.ofPlatform().daemon().name("commands").unstarted(this::run);
    }

    GroupCommitCommandBus(
            TransactionManager transactions,
            UnaryOperator<List<CommandMessage<?>>> briefing,
            CorrelationDataProvider provenance,
            LongSupplier head,
            Consumer<List<RecordedFact>> written) {
        this(transactions, briefing, provenance, head, written, command -> Optional.empty());
    }

    /** The names of the commands that are handled here. */
    public Set<String> handled() {
        return Set.copyOf(handlers.keySet());
    }

    public void start() {
        lane.start();
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, (message, result) -> {
            if (result.isExceptional()) {
                LOG.warn("{} failed", message.getCommandName(), result.exceptionResult());
            }
        });
    }

    @Override
    @SuppressWarnings("unchecked")
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        CommandMessage<?> intercepted = command;
        for (MessageDispatchInterceptor<? super CommandMessage<?>> interceptor : dispatchInterceptors) {
            intercepted = (CommandMessage<?>) interceptor.handle(intercepted);
        }
        WaitingCommand waiting = new WaitingCommand(intercepted, (CommandCallback<Object, Object>) callback);
        try {
            if (!open || !queue.offer(waiting, LONGEST_WAIT_FOR_PLACE.toMillis(), TimeUnit.MILLISECONDS)) {
                waiting.answer(failure(new QueueFullException()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            waiting.answer(failure(e));
        }
    }

    private void run() {
        List<WaitingCommand> group = new ArrayList<>();
        while (open || !queue.isEmpty()) {
            try {
                WaitingCommand first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, LARGEST_GROUP - 1);
                    handle(group, false);
                }
            } catch (InterruptedException e) {
                open = false;
            } finally {
                group.clear();
            }
        }
    }

    private void handle(List<WaitingCommand> group, boolean before) {
        if (group.size() <= 1) {
            group.forEach(waiting -> handleAlone(waiting, before));
            return;
        }
        for (int attempt = 1; ; attempt++) {
            boolean again = before || attempt > 1;
            try {
                List<CommandResultMessage<Object>> results = commit(group, again);
                for (int i = 0; i < group.size(); i++) {
                    group.get(i).answer(results.get(i));
                }
                return;
            } catch (CommandFailedException e) {
                // Those before it go together, then it alone, then those behind it: the order stays as it was.
                handle(group.subList(0, e.place()), again);
                handleAlone(group.get(e.place()), again);
                handle(group.subList(e.place() + 1, group.size()), again);
                return;
            } catch (CannotCreateTransactionException e) {
                // No database: nothing was stored, and trying one by one would keep everybody waiting.
                group.forEach(waiting -> waiting.answer(failure(e)));
                return;
            } catch (RuntimeException e) {
                if (Conflicts.isOfAbsence(e)) {
                    group.forEach(waiting -> waiting.answer(failure(e)));
                    return;
                }
                if (attempt == GROUP_ATTEMPTS || !Conflicts.isWorthAnotherAttempt(e)) {
                    LOG.debug("a group of {} failed and is run one by one", group.size(), e);
                    group.forEach(waiting -> handleAlone(waiting, true));
                    return;
                }
                pause();
            }
        }
    }

    /** Two processes that met once must not meet again at once. */
    private static void pause() {
        try {
            Thread.sleep(1 + ThreadLocalRandom.current().nextInt(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Alone, and again when another process was faster: the next attempt sees what that one wrote. */
    private void handleAlone(WaitingCommand waiting, boolean again) {
        @Nullable RuntimeException failure = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                waiting.answer(commit(List.of(waiting), again || attempt > 1).getFirst());
                return;
            } catch (RuntimeException e) {
                if (!Conflicts.isWorthAnotherAttempt(e)) {
                    waiting.answer(failure(e));
                    return;
                }
                failure = e;
                pause();
            }
        }
        waiting.answer(failure(new ContendedException(failure)));
    }

    private List<CommandResultMessage<Object>> commit(List<WaitingCommand> group, boolean again) {
        return transaction.commit(group.stream().<CommandMessage<?>>map(WaitingCommand::command).toList(), again);
    }

    /** One command by its handler, through the interceptors, inside its own unit of work. */
    private Object handle(UnitOfWork<CommandMessage<?>> own) throws Exception {
        CommandMessage<?> command = own.getMessage();
        MessageHandler<? super CommandMessage<?>> handler = handlers.get(command.getCommandName());
        if (handler == null) {
            throw new NoHandlerForCommandException("nobody handles " + command.getCommandName());
        }
        return new DefaultInterceptorChain<CommandMessage<?>>(own, handlerInterceptors, handler).proceed();
    }

    private static CommandResultMessage<Object> failure(@Nullable Throwable cause) {
        return GenericCommandResultMessage.asCommandResultMessage(
                cause == null ? new IllegalStateException("the command was not handled") : cause);
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        handlers.put(commandName, handler);
        return () -> handlers.remove(commandName, handler);
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        handlerInterceptors.add(interceptor);
        return () -> handlerInterceptors.remove(interceptor);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        dispatchInterceptors.add(interceptor);
        return () -> dispatchInterceptors.remove(interceptor);
    }

    /** Takes no more commands, and finishes those that wait. */
    @Override
    public void close() {
        open = false;
        try {
            lane.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<WaitingCommand> late = new ArrayList<>();
        queue.drainTo(late);
        late.forEach(waiting -> waiting.answer(failure(new QueueFullException())));
    }
}
