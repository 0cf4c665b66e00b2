package ledger.api.bench.floor;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A stretch of the service's ledger, repeated by plain SQL with other accounts, entries and positions: facts and views
 * alike. Nobody decides and nobody folds.
 */
public final class RepeatedStretch implements AutoCloseable {

    /** As many as four letters of an entry's id can tell apart. */
    private static final int MOST_COPIES = 0xffff;

    private static final int FACTS_AT_ONCE = 250_000;

    /** The stretch; entries are named beside each fact so that their ids can be told apart in the copies. */
    private static final List<String> TAKE = List.of(
            """
            CREATE TABLE grown.event AS SELECT e.*, n.entry_id FROM facts.event e
            JOIN views_v1.entry_event n USING (position) WHERE e.position > %1$d AND e.position <= %2$d
            """,
            """
            CREATE TABLE grown.claim AS SELECT c.* FROM reference.source_claim c
            WHERE entry_id IN (SELECT entry_id FROM grown.event)
            """,
            """
            CREATE TABLE grown.entry AS SELECT e.* FROM views_v1.entry e
            WHERE known_from > %1$d AND known_from <= %2$d
            """,
            """
            CREATE TABLE grown.entry_event AS SELECT n.* FROM views_v1.entry_event n
            WHERE position > %1$d AND position <= %2$d
            """,
            """
            CREATE TABLE grown.mark AS
            SELECT instant, greatest(position, %1$d + 1) AS position FROM facts.ledger_time
            WHERE position > (SELECT max(position) FROM facts.ledger_time WHERE position <= %1$d + 1) - 1
            """,
            """
            CREATE TABLE grown.log_stretch AS
            SELECT actor, written_at, greatest(first, %1$d + 1) AS first, last FROM views_v1.log_stretch
            WHERE last > %1$d
            """);

    /** The mark of a copy has letters that no entry's own id has. */
    private static final String NAMED = "CROSS JOIN LATERAL (SELECT k * %1$d AS places, k * interval '%2$d ms' AS later, "
            + "lpad(to_hex(k), 4, '0') AS name, "
            + "translate(lpad(to_hex(k), 4, '0'), '0123456789abcdef', 'ghijklmnopqrstuv') AS mark) AS copy";

    /** Copies from one number to another; {@link #NAMED} tells how far behind the stretch each lies, and how much later. */
    private static final List<String> REPEAT = List.of(
            """
            INSERT INTO facts.event SELECT position + places, left(event_id, -4) || mark, type, revision, aggregate_type,
              replace(aggregate_id, '%3$s', '%3$s' || name), sequence,
              time_ms + (extract(epoch FROM later) * 1000)::bigint,
              replace(replace(payload, '%3$s', '%3$s' || name), entry_id, left(entry_id, -4) || mark), metadata
            FROM generate_series(?, ?) AS k CROSS JOIN grown.event %4$s ORDER BY 1
            """,
            """
            INSERT INTO reference.source_claim SELECT replace(source_system, '%3$s', '%3$s' || name), source_record,
              replace(account_id, '%3$s', '%3$s' || name), left(entry_id, -4) || mark, content_digest, attempt, open
            FROM generate_series(?, ?) AS k CROSS JOIN grown.claim %4$s
            """,
            """
            INSERT INTO views_v1.entry (entry_id, known_from, known_to, account_id, recorded_by, state, evidence, category,
              served_on, minutes, counts_from, provisional, late, station_id, grid_id, body)
            SELECT left(entry_id, -4) || mark, known_from + places, known_to + places,
              replace(account_id, '%3$s', '%3$s' || name), recorded_by, state, evidence, category, served_on, minutes,
              counts_from, provisional, late, station_id, grid_id,
              replace(replace(replace(body, '%3$s', '%3$s' || name), entry_id, left(entry_id, -4) || mark),
                '"knownFrom":' || known_from, '"knownFrom":' || known_from + places)
            FROM generate_series(?, ?) AS k CROSS JOIN grown.entry %4$s ORDER BY 2
            """,
            """
            INSERT INTO views_v1.entry_event (entry_id, position, type, cause)
            SELECT left(entry_id, -4) || mark, position + places, type, cause
            FROM generate_series(?, ?) AS k CROSS JOIN grown.entry_event %4$s ORDER BY 2
            """,
            """
            INSERT INTO facts.ledger_time SELECT instant + later, position + places
            FROM generate_series(?, ?) AS k CROSS JOIN grown.mark %4$s
            """,
            """
            INSERT INTO views_v1.log_stretch (actor, written_at, first, last)
            SELECT actor, written_at + later, first + places, last + places
            FROM generate_series(?, ?) AS k CROSS JOIN grown.log_stretch %4$s
            """,
            """
            INSERT INTO views_v1.service_by_day AS s
              (served_on, recorded_by, category, evidence, state, station, grid, entries, minutes)
            SELECT served_on, recorded_by, coalesce(category, ''), evidence, state, coalesce(station_id, ''),
              coalesce(grid_id, ''), count(*), sum(minutes)
            FROM generate_series(?, ?) AS k CROSS JOIN grown.entry WHERE known_to IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7
            ON CONFLICT (served_on, recorded_by, category, evidence, state, station, grid)
            DO UPDATE SET entries = s.entries + excluded.entries, minutes = s.minutes + excluded.minutes
            """,
            """
            INSERT INTO views_v1.service_in_all AS s
              (recorded_by, category, evidence, state, station, grid, entries, minutes)
            SELECT recorded_by, coalesce(category, ''), evidence, state, coalesce(station_id, ''),
              coalesce(grid_id, ''), count(*), sum(minutes)
            FROM generate_series(?, ?) AS k CROSS JOIN grown.entry WHERE known_to IS NULL GROUP BY 1, 2, 3, 4, 5, 6
            ON CONFLICT (recorded_by, category, evidence, state, station, grid)
            DO UPDATE SET entries = s.entries + excluded.entries, minutes = s.minutes + excluded.minutes
            """);

    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String name;
    private final long first;
    private final long facts;
    private final Duration span;
    private int copies;

    /**
     * @param name with which the ids of all accounts and the source systems of the stretch go on after their kind
     * @param first position behind which the stretch begins; it holds facts of entries alone
     * @param last the head, where it ends
     */
    public RepeatedStretch(String url, String name, long first, long last) {
        this.name = name;
        this.first = first;
        this.facts = last - first;
        pool = OwnerPool.open(url, "grown", 1);
        jdbc = new JdbcTemplate(pool);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        TAKE.forEach(take -> jdbc.execute(take.formatted(first, last)));
        if (ask("SELECT count(*) FROM grown.event") != facts) {
            throw new IllegalStateException("not all facts after " + first + " are of entries");
        }
        long seconds = ask("SELECT extract(epoch FROM max(at) - min(at))::bigint + 2 FROM (SELECT instant AS at "
                + "FROM grown.mark UNION ALL SELECT written_at FROM grown.log_stretch) AS all_times");
        span = Duration.ofSeconds(seconds);
    }

    /** How often it was repeated. */
    public int copies() {
        return copies;
    }

    /** The name with which the ids of a copy go on; of copy 0, the stretch itself. */
    public String name(int copy) {
        return copy == 0 ? name : name + "%04x".formatted(copy);
    }

    /** Repeat it until the ledger has so many facts, or a few less; nobody may write meanwhile. */
    public void growTo(long wanted) {
        int more = (int) Math.min(MOST_COPIES - copies, (wanted - head()) / facts);
        // Fewer checkpoints, so that fewer pages are logged whole.
        settle("ALTER SYSTEM SET max_wal_size = '8GB'");
        for (int most = (int) Math.max(1, FACTS_AT_ONCE / facts); more > 0; more -= most) {
            int now = Math.min(most, more);
            transaction.executeWithoutResult(status -> repeat(now));
            copies += now;
        }
        jdbc.execute("ANALYZE facts.event, reference.source_claim, views_v1.entry, views_v1.entry_event");
        settle("ALTER SYSTEM RESET max_wal_size");
        jdbc.execute("CHECKPOINT");
    }

    private void settle(String setting) {
        jdbc.execute(setting);
        jdbc.queryForList("SELECT pg_reload_conf()");
    }

    private void repeat(int now) {
        long head = ask("SELECT position FROM facts.ledger_head FOR UPDATE");
        List<Long> views = jdbc.queryForList("SELECT position FROM views_v1.followed FOR UPDATE", Long.class);
        if (head != head() || views.stream().anyMatch(position -> position != head)) {
            throw new IllegalStateException("somebody wrote meanwhile: " + head + ", views " + views);
        }
        String copy = NAMED.formatted(facts, span.toMillis());
        for (String sql : REPEAT) {
            jdbc.update(sql.formatted(0, 0, name, copy), copies + 1, copies + now);
        }
        long last = head + facts * now;
        jdbc.update("UPDATE facts.ledger_head SET position = ?, "
                + "instant = greatest(instant, (SELECT max(instant) FROM facts.ledger_time))", last);
        jdbc.update("UPDATE views_v1.followed SET position = ?", last);
    }

    /** Where the last copy ends. */
    private long head() {
        return first + facts * (copies + 1);
    }

    private long ask(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }

    @Override
    public void close() {
        pool.close();
    }
}
