package ledger.api.ground;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import ledger.projections.FactSource;
import ledger.projections.RecordedFact;
import ledger.projections.log.StoredFact;

/** Facts as views and replays read them, straight from where they are stored. */
final class PostgresFacts implements FactSource {

    private static final RowMapper<StoredFact> STORED = (row, number) -> new StoredFact(
            row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5), row.getString(6),
            row.getLong(7), row.getLong(8), row.getString(9), row.getString(10));

    private static final String SELECT =
            """
            SELECT position, event_id, type, revision, aggregate_type, aggregate_id, sequence, time_ms, payload, metadata
            FROM facts.event WHERE
            """;

    private final JdbcTemplate jdbc;

    PostgresFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to so many facts after a position, as they are stored. */
    static List<StoredFact> stored(JdbcTemplate jdbc, long position, int limit) {
        return jdbc.query(SELECT + "position > ? ORDER BY position LIMIT ?", STORED, position, limit);
    }

    @Override
    public List<RecordedFact> at(Collection<Long> positions) {
        return jdbc.query(SELECT + "position = ANY(?) ORDER BY position", STORED, (Object) positions.toArray(Long[]::new))
                .stream().map(StoredFact::recorded).toList();
    }

    @Override
    public List<RecordedFact> after(long position, int limit) {
        return stored(jdbc, position, limit).stream().map(StoredFact::recorded).toList();
    }

    @Override
    public long head() {
        Long head = jdbc.queryForObject("SELECT position FROM facts.ledger_head", Long.class);
        return head == null ? 0 : head;
    }
}
