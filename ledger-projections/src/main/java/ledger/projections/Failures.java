package ledger.projections;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a failure of the moment, after which the same batch may succeed, from a fact that cannot be folded. */
final class Failures {

    /** Classes of SQL states: connection, transaction state, rollback, resources, operator, system, internal. */
    private static final Set<String> OF_THE_MOMENT = Set.of("08", "25", "40", "53", "55", "57", "58", "XX");

    /** A statement after one that failed in the same transaction. */
    private static final String FOLLOWS_FROM_ANOTHER = "25P02";

    private Failures() {}

    static boolean isOfTheMoment(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error
                    || cause instanceof TryLaterException
                    || cause instanceof FactsAwayException
                    || cause instanceof TransactionException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof NonTransientDataAccessResourceException
                    || cause instanceof SQLException sql && isOfTheMoment(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheMoment(SQLException failure) {
        String state = failure.getSQLState();
        if (FOLLOWS_FROM_ANOTHER.equals(state)) {
            return false;
        }
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || state != null && state.length() > 1 && OF_THE_MOMENT.contains(state.substring(0, 2));
    }

    /** The cause in one line, short enough for a table. */
    static String inWords(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String words = (root.getClass().getSimpleName() + ": " + root.getMessage()).replaceAll("\\s+", " ");
        return words.length() > 500 ? words.substring(0, 500) : words;
    }
}
