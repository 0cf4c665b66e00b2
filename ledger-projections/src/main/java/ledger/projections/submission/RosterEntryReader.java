package ledger.projections.submission;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import ledger.domain.account.EntryState;

/** Answers which entries a roster made, in the order of its rows. */
public final class RosterEntryReader {

    private static final RowMapper<Made> MADE = (row, number) -> new Made(
            row.getInt("row_number"),
            row.getString("entry_id"),
            row.getString("account_id"),
            row.getString("recorded_by"),
            EntryState.valueOf(row.getString("state")),
            row.getInt("minutes"),
            row.getLong("position"),
            row.getString("cause"));

    private final JdbcTemplate jdbc;

    public RosterEntryReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An entry that a row of a roster made, as it is now.
     *
     * @param position where its first fact stands
     * @param cause what caused its last fact, if that is told
     */
    public record Made(
            int row,
            String entryId,
            String accountId,
            String recordedBy,
            EntryState state,
            int minutes,
            long position,
            @Nullable String cause) {}

    /** Entries of rows from one to another, both included. */
    public List<Made> of(String submissionId, int firstRow, int lastRow) {
        return jdbc.query(
                """
                SELECT r.row_number, r.entry_id, e.account_id, r.position, e.recorded_by, e.state, e.minutes,
                  (SELECT f.cause FROM views_v1.entry_event f
                   WHERE f.entry_id = r.entry_id ORDER BY f.position DESC LIMIT 1) AS cause
                FROM views_v1.roster_entry r JOIN views_v1.entry e ON e.entry_id = r.entry_id AND e.known_to IS NULL
                WHERE r.submission_id = ? AND r.row_number BETWEEN ? AND ? ORDER BY r.row_number
                """,
                MADE, submissionId, firstRow, lastRow);
    }

    /** The last row that made an entry; 0 when none did. */
    public int lastRow(String submissionId) {
        Integer last = jdbc.queryForObject(
                "SELECT max(row_number) FROM views_v1.roster_entry WHERE submission_id = ?",
                Integer.class, submissionId);
        return last == null ? 0 : last;
    }

    /** The next entries after a row. */
    public List<Made> after(String submissionId, int row, int limit) {
        Integer last = jdbc.queryForObject(
                """
                SELECT max(row_number) FROM (SELECT row_number FROM views_v1.roster_entry
                WHERE submission_id = ? AND row_number > ? ORDER BY row_number LIMIT ?) page
                """,
                Integer.class, submissionId, row, limit);
        return last == null ? List.of() : of(submissionId, row + 1, last);
    }

    /**
     * What stands behind a roster now.
     *
     * @param entries how many of its entries are in this state
     */
    public record Standing(EntryState state, int entries, long minutes, int volunteers) {}

    /** The entries of a roster by their state. */
    public List<Standing> standing(String submissionId) {
        return jdbc.query(
                """
                SELECT e.state, count(*) AS entries, sum(e.minutes) AS minutes,
                  count(DISTINCT e.account_id) AS volunteers
                FROM views_v1.roster_entry r JOIN views_v1.entry e ON e.entry_id = r.entry_id AND e.known_to IS NULL
                WHERE r.submission_id = ? GROUP BY e.state ORDER BY e.state
                """,
                (row, number) -> new Standing(
                        EntryState.valueOf(row.getString(1)), row.getInt(2), row.getLong(3), row.getInt(4)),
                submissionId);
    }

    /** Numbers of statements in force that rest on its entries. */
    public List<String> statements(String submissionId) {
        return jdbc.queryForList(
                """
                SELECT DISTINCT s.number FROM views_v1.roster_entry r
                JOIN views_v1.statement_entry l ON l.entry_id = r.entry_id
                JOIN views_v1.statement s ON s.number = l.number AND s.superseded_at IS NULL
                WHERE r.submission_id = ? ORDER BY s.number
                """,
                String.class, submissionId);
    }
}
