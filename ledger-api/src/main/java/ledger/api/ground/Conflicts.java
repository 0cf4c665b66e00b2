package ledger.api.ground;

import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

import ledger.projections.FactsAwayException;

/** Tells a race that was lost, after which the same command may succeed, from a failure that will repeat. */
final class Conflicts {

    private Conflicts() {}

    /** The store did not answer; the command may or may not have been stored. */
    static boolean isOfAbsence(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FactsAwayException) {
                return true;
            }
        }
        return false;
    }

    static boolean isWorthAnotherAttempt(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException
                    || cause instanceof AggregateStreamCreationException
                    || cause instanceof DuplicateKeyException
                    || cause instanceof ConcurrencyFailureException) {
                return true;
            }
        }
        return false;
    }
}
