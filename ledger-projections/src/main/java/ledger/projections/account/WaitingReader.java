package ledger.projections.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import ledger.domain.account.HoldReason;
import ledger.projections.LedgerJson;

/** Answers what waits for a person: held entries, and objections and error reports without an answer, oldest first. */
public final class WaitingReader {

    private static final RowMapper<Objection> OBJECTION = (row, number) -> new Objection(
            row.getString("entry_id"),
            row.getLong("raised_at"),
            Objection.Kind.valueOf(row.getString("kind")),
            row.getObject("raised_on", LocalDate.class),
            row.getString("note_id"),
            row.getObject("answered_at", Long.class),
            row.getString("outcome"));

    private final JdbcTemplate jdbc;

    public WaitingReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An open objection and the entry it is about, as known at the same position. */
    public record Open(Objection objection, EntryVersion entry) {}

    /**
     * Entries held at a position.
     *
     * @param recordedBy of these organizations; absent for all
     * @param reason for this reason; absent for any
     * @param after those that were held later than this position
     */
    public List<EntryVersion> held(
            @Nullable Set<String> recordedBy, @Nullable HoldReason reason, long position, long after, int limit) {
        return jdbc.query(
                """
                SELECT body FROM views_v1.entry
                WHERE state = 'HELD' AND known_from > ? AND known_from <= ? AND (known_to IS NULL OR known_to > ?)
                  AND (? OR recorded_by = ANY(?))
                  AND (?::text IS NULL OR jsonb_path_exists(
                    body::jsonb, '$.holdReasons[*] ? (@ == $reason || @.reason == $reason)',
                    jsonb_build_object('reason', ?::text)))
                ORDER BY known_from LIMIT ?
                """,
                (row, number) -> LedgerJson.read(row.getString(1), EntryVersion.class),
                after, position, position, recordedBy == null, array(recordedBy), name(reason), name(reason), limit);
    }

    /** Objections and error reports open at a position, likewise. */
    public List<Open> objections(@Nullable Set<String> recordedBy, long position, long after, int limit) {
        return jdbc.query(
                """
                SELECT o.*, e.body FROM views_v1.objection o
                JOIN views_v1.entry e ON e.entry_id = o.entry_id
                  AND e.known_from <= ? AND (e.known_to IS NULL OR e.known_to > ?)
                WHERE o.raised_at > ? AND o.raised_at <= ? AND (o.answered_at IS NULL OR o.answered_at > ?)
                  AND (? OR e.recorded_by = ANY(?))
                ORDER BY o.raised_at LIMIT ?
                """,
                (row, number) -> new Open(
                        OBJECTION.mapRow(row, number), LedgerJson.read(row.getString("body"), EntryVersion.class)),
                position, position, after, position, position, recordedBy == null, array(recordedBy), limit);
    }

    /** What is open about one entry now. */
    public Optional<Objection> openAbout(String entryId) {
        return jdbc.query(
                        """
                        SELECT * FROM views_v1.objection
                        WHERE entry_id = ? AND answered_at IS NULL ORDER BY raised_at
                        """,
                        OBJECTION, entryId)
                .stream().findFirst();
    }

    private static String[] array(@Nullable Set<String> ids) {
        return ids == null ? new String[0] : ids.toArray(String[]::new);
    }

    private static @Nullable String name(@Nullable HoldReason reason) {
        return reason == null ? null : reason.name();
    }
}
