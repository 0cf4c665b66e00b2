package ledger.api.ground.axonserver;

import java.util.Arrays;
import java.util.Optional;

import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.modelling.command.ConcurrencyException;

import ledger.api.ground.GroupCommitCommandBus.ContendedException;
import ledger.api.ground.GroupCommitCommandBus.QueueFullException;
import ledger.projections.FactsAwayException;

/** Why a command failed, as one node tells another, and whether it is worth sending again under the same id. */
enum FailureKind {
    QUEUE_FULL,
    CONTENDED,
    /** The store did not answer, and patience was at its end. */
    AWAY,
    /** A mistake of the ledger's own, which would only repeat. */
    FAILED,
    /** Nobody knows what became of it: the way there or back broke, or nobody was there to handle it. */
    IN_DOUBT;

    static FailureKind of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<FailureKind> told = of(cause, failure);
            if (told.isPresent()) {
                return told.get();
            }
        }
        return FAILED;
    }

    private static Optional<FailureKind> of(Throwable cause, Throwable failure) {
        return switch (cause) {
            case CommandExecutionException e -> told(e);
            case QueueFullException e -> Optional.of(QUEUE_FULL);
            case ContendedException e -> Optional.of(CONTENDED);
            case ConcurrencyException e -> Optional.of(CONTENDED);
            case FactsAwayException e -> Optional.of(AWAY);
            case NoHandlerForCommandException e -> Optional.of(IN_DOUBT);
            case AxonServerCommandDispatchException e -> Optional.of(IN_DOUBT);
            case AxonServerException e -> Optional.of(IN_DOUBT);
            case io.axoniq.axonserver.connector.AxonServerException e -> Optional.of(IN_DOUBT);
            default -> Optional.empty();
        };
    }

    /** Handlers name the kind in the details; one that does not has failed for good. */
    private static Optional<FailureKind> told(CommandExecutionException failure) {
        String details = failure.getDetails().map(String::valueOf).orElse("");
        return Optional.of(Arrays.stream(values())
                .filter(kind -> kind.name().equals(details))
                .findFirst()
                .orElse(FAILED));
    }

    RuntimeException exception(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (this) {
            case QUEUE_FULL -> new QueueFullException();
            case CONTENDED -> new ContendedException(failure);
            case AWAY, IN_DOUBT -> new FactsAwayException(message, failure);
            case FAILED -> failure instanceof RuntimeException own ? own : new IllegalStateException(failure);
        };
    }
}
