package ledger.projections;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A place to make the tables of one view anew while the live ones serve: temporary tables of one connection. While a
 * projection works here, what it says of its own tables is meant of the temporary ones; it reads all else as ever.
 */
final class Workbench implements AutoCloseable {

    private final DataSource dataSource;
    private final Connection connection;
    private final JdbcTemplate plain;
    private final List<String> tables;
    private final Pattern ours;

    /** @param tables names of tables in {@code views_v1}; they are empty here at first */
    Workbench(JdbcTemplate jdbc, List<String> tables) {
        this.dataSource = Objects.requireNonNull(jdbc.getDataSource());
        this.tables = tables;
        this.ours = Pattern.compile("\\bviews_v1\\.(" + String.join("|", tables) + ")\\b");
        try {
            this.connection = dataSource.getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.plain = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        tables.forEach(table -> plain.execute(
                "CREATE TEMPORARY TABLE " + table + " (LIKE views_v1." + table + " INCLUDING ALL)"));
        commit();
    }

    /** The same connection, on which every name means what it says. */
    JdbcTemplate plain() {
        return plain;
    }

    /** Let work that goes through the usual data source be done here; it is committed by {@link #commit}. */
    void here(Runnable work) {
        ConnectionHolder holder = new ConnectionHolder(redirected());
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

    private Connection redirected() {
        return redirected(connection, Connection.class);
    }

    /** The same thing, but the SQL it is handed speaks of the temporary tables; so does that of its statements. */
    private <T> T redirected(T real, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                Workbench.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object[] given = arguments;
                    if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
                        given = arguments.clone();
                        given[0] = ours.matcher(sql).replaceAll("pg_temp.$1");
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
            tables.forEach(table -> plain.execute("DROP TABLE IF EXISTS pg_temp." + table));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
