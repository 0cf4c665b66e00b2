package ledger.api.ground.axonserver;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

import ledger.api.ground.GroupCommitCommandBus;
import ledger.api.ground.GroupCommitCommandBus.QueueFullException;
import ledger.api.ground.Patience;
import ledger.domain.LedgerCommand;
import ledger.projections.FactsAwayException;

/**
 * Commands on their way through Axon Server to the node that has their aggregate. Commands for one aggregate go one
 * after the other, since the server promises no order; one whose outcome is in doubt, or that nobody answers, is sent
 * again under its own id.
 */
final class RoutedCommands implements CommandBus, AutoCloseable {

    private static final int MOST_UNDER_WAY = 2_000;
    private static final Duration LONGEST_WAIT_FOR_PLACE = Duration.ofSeconds(20);

    private final CommandBus server;
    private final Duration longestWithoutAnswer;
    private final Consumer<String> unhandled;
    private final Map<String, CompletableFuture<Void>> lastOf = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST_UNDER_WAY, true);
    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("commands-again").factory());

    /**
     * @param longestWithoutAnswer after which a command is in doubt: the protocol promises no answer to one whose
     *     handler went away or could not read it
     * @param unhandled told the name of a command for which the server knows no handler
     */
    RoutedCommands(CommandBus server, Duration longestWithoutAnswer, Consumer<String> unhandled) {
        this.server = server;
        this.longestWithoutAnswer = longestWithoutAnswer;
        this.unhandled = unhandled;
        later.setRemoveOnCancelPolicy(true);
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, (message, result) -> { });
    }

    @Override
    @SuppressWarnings("unchecked")
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        Sending sending = new Sending((CommandMessage<Object>) command, (CommandCallback<Object, Object>) callback);
        try {
            if (places.tryAcquire(LONGEST_WAIT_FOR_PLACE.toMillis(), TimeUnit.MILLISECONDS)) {
                sending.inTurn();
            } else {
                sending.tell(new QueueFullException());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            sending.tell(new QueueFullException());
        }
    }

    /** One command until it is answered. */
    private final class Sending {

        private final CommandCallback<Object, Object> callback;
        private final CompletableFuture<Void> answered = new CompletableFuture<>();
        private final Patience patience = new Patience();
        private CommandMessage<Object> command;

        Sending(CommandMessage<Object> command, CommandCallback<Object, Object> callback) {
            this.command = command;
            this.callback = callback;
        }

        void inTurn() {
            String aggregate = ((LedgerCommand) command.getPayload()).aggregateId();
            answered.thenRun(() -> {
                lastOf.remove(aggregate, answered);
                places.release();
            });
            CompletableFuture<Void> before = lastOf.put(aggregate, answered);
            if (before == null) {
                send();
            } else {
                before.thenRun(this::send);
            }
        }

        /** Of an answer and the end of the time for it, only the first is heard. */
        private void send() {
            AtomicBoolean heard = new AtomicBoolean();
            try {
                Future<?> overdue = later.schedule(
                        () -> {
                            if (heard.compareAndSet(false, true)) {
                                inDoubt(new FactsAwayException("nobody has answered " + command.getCommandName()));
                            }
                        },
                        longestWithoutAnswer.toMillis(), TimeUnit.MILLISECONDS);
                server.<Object, Object>dispatch(command, (message, result) -> {
                    overdue.cancel(false);
                    if (heard.compareAndSet(false, true)) {
                        answer(result);
                    }
                });
            } catch (RuntimeException e) {
                if (heard.compareAndSet(false, true)) {
                    fail(new FactsAwayException("commands are no longer taken here", e));
                }
            }
        }

        private void answer(CommandResultMessage<?> result) {
            try {
                if (!result.isExceptional()) {
                    done(new GenericCommandResultMessage<>(result.getPayload(), result.getMetaData()));
                    return;
                }
                Throwable failure = result.exceptionResult();
                if (failure instanceof NoHandlerForCommandException) {
                    unhandled.accept(command.getCommandName());
                }
                FailureKind kind = FailureKind.of(failure);
                if (kind == FailureKind.IN_DOUBT) {
                    inDoubt(failure);
                } else {
                    fail(kind.exception(failure));
                }
            } catch (RuntimeException e) {
                fail(e);
            }
        }

        private void inDoubt(Throwable failure) {
            if (!sendsAgain()) {
                fail(FailureKind.IN_DOUBT.exception(failure));
            }
        }

        private boolean sendsAgain() {
            return patience.next().filter(this::sendsAfter).isPresent();
        }

        private boolean sendsAfter(Duration wait) {
            command = command.andMetaData(Map.of(GroupCommitCommandBus.REPEATED, "true"));
            try {
                later.schedule(this::send, wait.toMillis(), TimeUnit.MILLISECONDS);
                return true;
            } catch (RejectedExecutionException e) {
                return false;
            }
        }

        private void fail(RuntimeException failure) {
            done(GenericCommandResultMessage.asCommandResultMessage(failure));
        }

        private void done(CommandResultMessage<Object> result) {
            try {
                callback.onResult(command, result);
            } finally {
                answered.complete(null);
            }
        }

        void tell(RuntimeException failure) {
            callback.onResult(command, GenericCommandResultMessage.asCommandResultMessage(failure));
        }
    }

    /** Handlers are known to the lane of each node. */
    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        return server.subscribe(commandName, handler);
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return server.registerHandlerInterceptor(interceptor);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return server.registerDispatchInterceptor(interceptor);
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
