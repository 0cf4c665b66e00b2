package ledger.api.ground;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command in the queue, with whoever waits for its answer. */
record WaitingCommand(CommandMessage<?> command, CommandCallback<Object, Object> callback) {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingCommand.class);

    /** A sender that stumbles over its answer disturbs nobody else. */
    void answer(CommandResultMessage<Object> result) {
        try {
            @SuppressWarnings("unchecked")
            CommandMessage<Object> asked = (CommandMessage<Object>) command;
            callback.onResult(asked, result);
        } catch (Throwable e) {
            LOG.error("the sender of {} could not take its answer", command.getCommandName(), e);
        }
    }
}
