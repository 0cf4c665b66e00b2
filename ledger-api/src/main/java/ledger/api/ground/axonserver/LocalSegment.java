package ledger.api.ground.axonserver;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

import ledger.api.ground.GroupCommitCommandBus;

/** The commands that Axon Server sends to this node, on their way into its lane; failures travel back by their kind. */
final class LocalSegment implements CommandBus {

    private final GroupCommitCommandBus lane;

    LocalSegment(GroupCommitCommandBus lane) {
        this.lane = lane;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        lane.dispatch(command);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        lane.<C, R>dispatch(command, (message, result) -> callback.onResult(message, withKind(result)));
    }

    private static <R> CommandResultMessage<? extends R> withKind(CommandResultMessage<? extends R> result) {
        if (!result.isExceptional()) {
            return result;
        }
        Throwable failure = result.exceptionResult();
        return GenericCommandResultMessage.asCommandResultMessage(new CommandExecutionException(
                String.valueOf(failure.getMessage()), failure, FailureKind.of(failure).name()));
    }

    /** The lane knows its handlers already; only the server has to learn of them. */
    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        return () -> true;
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return lane.registerHandlerInterceptor(interceptor);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return lane.registerDispatchInterceptor(interceptor);
    }
}
