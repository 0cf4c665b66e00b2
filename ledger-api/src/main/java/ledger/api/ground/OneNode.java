package ledger.api.ground;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets one node at a time, of all that share the database, do a piece of work. The lock belongs to a connection, so a
 * node that dies gives it up.
 */
public final class OneNode {

    private final JdbcTemplate jdbc;

    public OneNode(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when another node is at it, and nothing was done here */
    public boolean alone(String work, Runnable then) {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            if (!ask(connection, "SELECT pg_try_advisory_lock(hashtext(?))", work)) {
                return false;
            }
            try {
                then.run();
            } finally {
                ask(connection, "SELECT pg_advisory_unlock(hashtext(?))", work);
            }
            return true;
        }));
    }

    private static boolean ask(Connection connection, String question, String work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, work);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
