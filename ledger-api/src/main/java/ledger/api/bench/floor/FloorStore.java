package ledger.api.bench.floor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.projections.log.StoredFact;

/** Rows of facts written by plain JDBC into a table like that of the service; nobody decides, nobody looks. */
public final class FloorStore implements AutoCloseable {

    private static final String INSERT =
            """
            INSERT INTO event (position, event_id, type, revision, aggregate_type, aggregate_id, sequence, time_ms,
              payload, metadata)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Rows of one commit. */
    private static final int BATCH = 1_000;

    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;

    private FloorStore(HikariDataSource pool) {
        this.pool = pool;
        this.jdbc = new JdbcTemplate(pool);
    }

    /** @param url of a database that has the tables of the service */
    public static FloorStore open(String url) {
        FloorStore store = new FloorStore(OwnerPool.open(url, "floor", 33));
        store.jdbc.execute("CREATE TABLE IF NOT EXISTS event (LIKE facts.event INCLUDING ALL)");
        return store;
    }

    /** A row in a commit of its own. */
    public void insert(StoredFact fact) {
        insert(List.of(fact));
    }

    /** All rows, a thousand to a commit. */
    public void batch(List<StoredFact> facts) {
        for (int i = 0; i < facts.size(); i += BATCH) {
            insert(facts.subList(i, Math.min(facts.size(), i + BATCH)));
        }
    }

    private void insert(List<StoredFact> facts) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                for (StoredFact fact : facts) {
                    fill(statement, fact);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(PreparedStatement statement, StoredFact fact) throws SQLException {
        statement.setLong(1, fact.position());
        statement.setString(2, fact.id());
        statement.setString(3, fact.type());
        statement.setInt(4, fact.revision());
        statement.setString(5, fact.aggregateType());
        statement.setString(6, fact.aggregateId());
        statement.setLong(7, fact.sequence());
        statement.setLong(8, fact.timeMs());
        statement.setString(9, fact.payload());
        statement.setString(10, fact.metadata());
    }

    /** All rows by COPY into a table like the other, which is emptied first, in one commit. */
    public void copy(List<StoredFact> facts) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            StringBuilder text = new StringBuilder();
            facts.forEach(fact -> CopyText.append(
                    text, fact.position(), fact.id(), fact.type(), fact.revision(), fact.aggregateType(),
                    fact.aggregateId(), fact.sequence(), fact.timeMs(), fact.payload(), fact.metadata()));
            copies.copyIn("COPY copied FROM STDIN", new ByteArrayInputStream(
                    text.toString().getBytes(StandardCharsets.UTF_8)));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty table for {@link #copy}. */
    public void emptyCopied() {
        jdbc.execute("DROP TABLE IF EXISTS copied; CREATE TABLE copied (LIKE facts.event INCLUDING ALL)");
    }

    /** As if nothing had been folded. */
    public void emptyTotals() {
        jdbc.execute("DROP TABLE IF EXISTS total; "
                + "CREATE TABLE total (account_id text PRIMARY KEY, facts bigint NOT NULL)");
    }

    /**
     * The facts of the service up to a position, folded to sums by account.
     *
     * @return how many
     */
    public long fold(long upTo, int lanes) throws Exception {
        return new FloorFold(pool).run(upTo, lanes);
    }

    /** The sums that stock Axon's processor came to. */
    public Contents totalsOfStock() {
        return contents("stock.total", "account_id", "account_id || ' ' || facts", "");
    }

    /** Those of {@link #fold}. */
    public Contents totalsOfFloor() {
        return contents("floor.total", "account_id", "account_id || ' ' || facts", "");
    }

    /** What the service holds of accounts whose id begins so. */
    public Contents ofService(String accounts) {
        return contents("facts.event", "aggregate_id", "payload", accounts);
    }

    /** What was written here. */
    public Contents ofFloor(String accounts) {
        return contents("floor.event", "aggregate_id", "payload", accounts);
    }

    /** What stock Axon holds, which keeps bytes. */
    public Contents ofStock(String accounts) {
        return contents("stock.domainevententry", "aggregateidentifier", "convert_from(payload, 'UTF8')", accounts);
    }

    private Contents contents(String table, String account, String payload, String accounts) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT count(*), COALESCE(md5(string_agg(md5(p), '' ORDER BY md5(p))), '') FROM (SELECT " + payload
                        + " AS p FROM " + table + " WHERE starts_with(" + account + ", ?)) AS one",
                (row, number) -> new Contents(row.getLong(1), row.getString(2)), accounts));
    }

    /** Mean bytes of payload and metadata of what the service holds of these accounts. */
    public long bytesEach(String accounts) {
        Long bytes = jdbc.queryForObject(
                "SELECT COALESCE(avg(octet_length(payload) + octet_length(metadata)), 0)::bigint FROM facts.event "
                        + "WHERE starts_with(aggregate_id, ?)",
                Long.class, accounts);
        return bytes == null ? 0 : bytes;
    }

    /** Mean bytes of the payload alone. */
    public long payloadBytesEach(String accounts) {
        Long bytes = jdbc.queryForObject(
                "SELECT COALESCE(avg(octet_length(payload)), 0)::bigint FROM facts.event "
                        + "WHERE starts_with(aggregate_id, ?)",
                Long.class, accounts);
        return bytes == null ? 0 : bytes;
    }

    /** The settings of the database that durability and speed hang on. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        jdbc.query(
                "SELECT name, current_setting(name) AS value FROM pg_settings WHERE name IN ('fsync', "
                        + "'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_wal_size', "
                        + "'server_version')",
                row -> {
                    settings.put(row.getString("name"), row.getString("value"));
                });
        return settings;
    }

    @Override
    public void close() {
        pool.close();
    }
}
