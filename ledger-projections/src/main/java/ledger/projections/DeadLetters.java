package ledger.projections;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Facts that a view could not fold, each with the later ones of its aggregate that wait behind it. */
public final class DeadLetters {

    private final JdbcTemplate jdbc;

    public DeadLetters(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A parked fact.
     *
     * @param error why it could not be folded; absent when it only waits behind an earlier one
     * @param attempts how often it was tried
     */
    public record DeadLetter(
            String room,
            long position,
            String aggregateId,
            String type,
            @Nullable String error,
            int attempts,
            OffsetDateTime parkedAt) {}

    /** A sequence of parked facts: those of one aggregate in one room. */
    public record Sequence(String room, String aggregateId) {}

    /** Parked facts in the order of their positions, room by room. */
    public List<DeadLetter> list(int limit) {
        return jdbc.query(
                """
                SELECT room, position, aggregate_id, type, error, attempts, parked_at FROM views_v1.dead_letter
                ORDER BY room, position LIMIT ?
                """,
                (row, number) -> new DeadLetter(
                        row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5),
                        row.getInt(6), row.getObject(7, OffsetDateTime.class)),
                limit);
    }

    public long count(String room) {
        Long parked = jdbc.queryForObject(
                "SELECT count(*) FROM views_v1.dead_letter WHERE room = ?", Long.class, room);
        return parked == null ? 0 : parked;
    }

    /** Each aggregate with parked facts, in one room or in all. */
    List<Sequence> sequences(@Nullable String room, @Nullable String aggregateId) {
        return jdbc.query(
                """
                SELECT room, aggregate_id FROM views_v1.dead_letter
                WHERE room = COALESCE(?, room) AND aggregate_id = COALESCE(?, aggregate_id)
                GROUP BY room, aggregate_id ORDER BY min(position)
                """,
                (row, number) -> new Sequence(row.getString(1), row.getString(2)),
                room, aggregateId);
    }

    Set<String> aggregates(String room) {
        return new HashSet<>(jdbc.queryForList(
                "SELECT DISTINCT aggregate_id FROM views_v1.dead_letter WHERE room = ?", String.class, room));
    }

    List<Long> positions(Sequence sequence) {
        return jdbc.queryForList(
                "SELECT position FROM views_v1.dead_letter WHERE room = ? AND aggregate_id = ? ORDER BY position",
                Long.class, sequence.room(), sequence.aggregateId());
    }

    /** @param error absent for a fact that was not tried */
    void park(String room, RecordedFact fact, @Nullable String error) {
        int attempts = error == null ? 0 : 1;
        jdbc.update(
                """
                INSERT INTO views_v1.dead_letter AS letter
                  (room, position, aggregate_id, type, error, attempts, tried_at)
                VALUES (?, ?, ?, ?, ?, ?, CASE WHEN ? > 0 THEN now() END)
                ON CONFLICT (room, position) DO UPDATE SET error = excluded.error,
                  attempts = letter.attempts + excluded.attempts, tried_at = now()
                """,
                room, fact.position(), fact.aggregateId(), fact.type(), error, attempts, attempts);
    }

    void release(String room, long position) {
        jdbc.update("DELETE FROM views_v1.dead_letter WHERE room = ? AND position = ?", room, position);
    }
}
