package ledger.projections;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The version of one room's view that does not serve, on a connection of its own: one that is made anew, or the one
 * that served before. While a projection works here, what it says of its own tables is meant of this version; it reads
 * all else as ever.
 */
final class SpareView implements AutoCloseable {

    /** Readers wait so long for a switch at most; then they go first, and it is tried again. */
    private static final String PATIENCE = "50ms";

    private static final int TRIES = 1_200;

    /** Keeps on what the version that serves was made. */
    static final String BASIS = "UPDATE views_v1.followed SET basis = ? WHERE room = ?";

    private final DataSource dataSource;
    private final Connection connection;
    private final JdbcTemplate plain;
    private final String room;
    private final String[] tables;
    private final Pattern ours;
    private final Map<String, String> told = new ConcurrentHashMap<>();

    /**
     * Waits for another rebuild of the same room to end, wherever it runs.
     *
     * @param tables names of tables in {@code views_v1}
     */
    SpareView(JdbcTemplate jdbc, String room, List<String> tables) {
        this.dataSource = Objects.requireNonNull(jdbc.getDataSource());
        this.room = room;
        this.tables = tables.toArray(String[]::new);
        this.ours = Pattern.compile("\\bviews_v1\\.(" + String.join("|", tables) + "|dead_letter)\\b");
        try {
            this.connection = dataSource.getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.plain = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        plain.query("SELECT pg_advisory_lock(hashtext(?))", row -> { }, "spare " + room);
        commit();
    }

    /** The same connection, on which every name means what it says. */
    JdbcTemplate plain() {
        return plain;
    }

    /** Begin a version without a row. */
    void make() {
        plain.query("SELECT views_spare.make(?)", row -> { }, (Object) tables);
        plain.update("DELETE FROM views_spare.dead_letter WHERE room = ?", room);
        reached(0, false, "");
        commit();
    }

    /** The full tables get the other indexes of those that serve. */
    void index() {
        plain.query("SELECT views_spare.index(?)", row -> { }, (Object) tables);
        commit();
    }

    /** Nothing of it is kept. */
    void discard() {
        plain.query("SELECT views_spare.make(?)", row -> { }, (Object) tables);
        plain.update("DELETE FROM views_spare.version WHERE room = ?", room);
        commit();
    }

    /**
     * Up to where a version is true that could serve in place of the one that does; absent where there is none.
     *
     * @param basis of today, see {@link Projection#basis}
     */
    OptionalLong usable(String basis) {
        Boolean alike = plain.queryForObject("SELECT views_spare.alike(?)", Boolean.class, (Object) tables);
        return plain.queryForList(
                        "SELECT position FROM views_spare.version WHERE room = ? AND whole AND basis = ?",
                        Long.class, room, basis)
                .stream().filter(position -> Boolean.TRUE.equals(alike)).mapToLong(Long::longValue).findFirst();
    }

    /** What the version that serves was made on. */
    String servingBasis() {
        return plain.queryForList("SELECT basis FROM views_v1.followed WHERE room = ?", String.class, room).stream()
                .findFirst().orElse("");
    }

    /** The version that serves is the one that would be made on this basis. */
    void servingBasis(String basis) {
        plain.update(BASIS, basis, room);
        commit();
    }

    /**
     * @param whole whether it could serve
     * @param basis on which it was made
     */
    void reached(long position, boolean whole, String basis) {
        plain.update(
                """
                INSERT INTO views_spare.version (room, position, whole, basis) VALUES (?, ?, ?, ?)
                ON CONFLICT (room) DO UPDATE
                SET position = excluded.position, whole = excluded.whole, basis = excluded.basis
                """,
                room, position, whole, basis);
    }

    /**
     * Change places with the version that serves, inside the transaction that runs. No reader is in between, none
     * waits for long, and none is sent away.
     */
    void turn() {
        for (int tried = 1; ; tried++) {
            plain.execute("SAVEPOINT before_turn");
            try {
                plain.execute("SET LOCAL lock_timeout = '" + PATIENCE + "'");
                plain.query("SELECT views_spare.turn(?, ?)", row -> { }, room, tables);
                return;
            } catch (DataAccessException e) {
                if (tried == TRIES || !isLockNotAvailable(e)) {
                    throw e;
                }
                plain.execute("ROLLBACK TO SAVEPOINT before_turn");
                plain.query("SELECT pg_sleep(0.01)", row -> { });
            }
        }
    }

    private static boolean isLockNotAvailable(DataAccessException failure) {
        return failure.getRootCause() instanceof SQLException sql && "55P03".equals(sql.getSQLState());
    }

    /** Let work that goes through the usual data source be done here; it is committed by {@link #commit}. */
    void here(Runnable work) {
        ConnectionHolder holder = new ConnectionHolder(redirected(connection, Connection.class));
        holder.requested();
        TransactionSynchronizationManager.bindResource(dataSource, holder);
        try {
            work.run();
        } finally {
            TransactionSynchronizationManager.unbindResource(dataSource);
        }
    }

    void commit() {
        try {
            connection.commit();
            // While facts are read through another connection, this one is idle inside its transaction.
            plain.execute("SET LOCAL idle_in_transaction_session_timeout = '5min'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same thing, but the SQL it is handed speaks of this version; so does that of its statements. */
    private <T> T redirected(T real, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                SpareView.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object[] given = arguments;
                    if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
                        given = arguments.clone();
                        given[0] = told.computeIfAbsent(sql, one -> ours.matcher(one).replaceAll("views_spare.$1"));
                    }
                    try {
                        Object answer = method.invoke(real, given);
                        return method.getName().equals("createStatement")
                                ? redirected((Statement) answer, Statement.class)
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            plain.query("SELECT pg_advisory_unlock_all()", row -> { });
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
