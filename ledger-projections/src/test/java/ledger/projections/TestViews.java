package ledger.projections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** Empty views on a real PostgreSQL, which all tests of a run share. A session is a connection of its own. */
public final class TestViews {

    private static final List<String> TABLES = List.of(
            "followed", "organization", "organization_bond", "officer", "volunteer", "paper", "grid", "station",
            "activity", "entry", "entry_event", "objection", "submission", "eligibility", "recognition",
            "one_subject", "false_hours", "honour", "complaint",
            "statement", "statement_entry", "roster_entry", "transfer", "account_merge",
            "fact_place", "log_stretch", "service_by_day", "service_in_all", "place_known",
            "registration", "dead_letter");

    private static final EmbeddedPostgres POSTGRES = start();
    private static final Session FIRST = session();

    private TestViews() {}

    public record Session(SingleConnectionDataSource connection, JdbcTemplate jdbc, TransactionTemplate transaction) {

        /** Lets a projection follow to the head of the facts, as a running ledger does. */
        public void follow(Projection projection, FactSource facts) {
            toTheHead(follower(projection, facts));
        }

        public Follower follower(Projection projection, FactSource facts) {
            jdbc.update(
                    "INSERT INTO views_v1.followed (room, position) VALUES (?, 0) ON CONFLICT DO NOTHING",
                    projection.room());
            return new Follower(projection, facts, jdbc, transaction);
        }

        public long position(String room) {
            Long position = jdbc.queryForObject(
                    "SELECT position FROM views_v1.followed WHERE room = ?", Long.class, room);
            return position == null ? 0 : position;
        }

        /** All rows of all views, each as text, in an order of their own. */
        public List<String> content() {
            List<String> rows = new ArrayList<>();
            TABLES.forEach(table -> rows.addAll(jdbc.queryForList(
                    "SELECT '" + table + " ' || v::text FROM views_v1." + table + " v ORDER BY 1", String.class)));
            return rows;
        }
    }

    /** The same views through a connection for each use, as a running ledger has them. */
    public record Pooled(JdbcTemplate jdbc, TransactionTemplate transaction) {

        public Follower follower(Projection projection, FactSource facts) {
            jdbc.update(
                    "INSERT INTO views_v1.followed (room, position) VALUES (?, 0) ON CONFLICT DO NOTHING",
                    projection.room());
            return new Follower(projection, facts, jdbc, transaction);
        }
    }

    /** One batch after the other. */
    public static void toTheHead(Follower follower) {
        while (follower.step() > 0) {
            // until nothing is left
        }
    }

    public static Pooled pooled() {
        DriverManagerDataSource connections = new DriverManagerDataSource(
                POSTGRES.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true");
        return new Pooled(
                new JdbcTemplate(connections), new TransactionTemplate(new DataSourceTransactionManager(connections)));
    }

    /** The views without a row. */
    public static Session empty() {
        FIRST.jdbc().execute("TRUNCATE views_spare.version, views_spare.dead_letter, views_v1."
                + String.join(", views_v1.", TABLES));
        return FIRST;
    }

    public static Session session() {
        SingleConnectionDataSource connection = new SingleConnectionDataSource(
                POSTGRES.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true", true);
        return new Session(
                connection,
                new JdbcTemplate(connection),
                new TransactionTemplate(new DataSourceTransactionManager(connection)));
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            ResourceDatabasePopulator migrations = new ResourceDatabasePopulator(migrations());
            // A whole file goes to the database as it is, which knows where a function's body ends.
            migrations.setSeparator(ScriptUtils.EOF_STATEMENT_SEPARATOR);
            migrations.execute(postgres.getPostgresDatabase());
            return checked(postgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The views' own migrations, in the order of their numbers. */
    private static Resource[] migrations() throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql");
        Arrays.sort(found, Comparator.comparing(migration -> new BigDecimal(
                Objects.requireNonNull(migration.getFilename())
                        .replaceAll("V([\\d_]+?)__.*", "$1").replace('_', '.'))));
        return found;
    }

    /** Every table of the views is among those emptied, so that no test sees another's rows. */
    private static EmbeddedPostgres checked(EmbeddedPostgres postgres) {
        List<String> tables = new JdbcTemplate(postgres.getPostgresDatabase()).queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'views_v1'", String.class);
        if (!TABLES.containsAll(tables)) {
            throw new IllegalStateException("tables unknown to the tests among " + tables);
        }
        return postgres;
    }
}
