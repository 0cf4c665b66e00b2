package ledger.projections.statement;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import ledger.domain.statement.StatementEvent.StatementIssued;
import ledger.projections.LedgerJson;

/** Answers which statements were issued, and whether they still hold. */
public final class StatementReader {

    private static final RowMapper<IssuedStatement> ISSUED = (row, number) -> new IssuedStatement(
            LedgerJson.read(row.getString("body"), StatementIssued.class),
            row.getLong("issued_at_position"),
            row.getObject("superseded_at", Long.class),
            row.getString("superseding_entry"));

    private final JdbcTemplate jdbc;

    public StatementReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param issuedAt position of the fact that issued it
     * @param supersededAt position at which an entry it rests on changed; absent while it holds
     */
    public record IssuedStatement(
            StatementIssued issued, long issuedAt, @Nullable Long supersededAt, @Nullable String supersedingEntry) {

        public boolean isSuperseded() {
            return supersededAt != null;
        }
    }

    public Optional<IssuedStatement> find(String number) {
        return jdbc.query("SELECT * FROM views_v1.statement WHERE number = ?", ISSUED, number).stream().findFirst();
    }

    public List<IssuedStatement> of(String volunteerId) {
        return jdbc.query(
                "SELECT * FROM views_v1.statement WHERE volunteer_id = ? ORDER BY issued_at_position DESC",
                ISSUED, volunteerId);
    }

    /**
     * A statement that rests on an entry.
     *
     * @param issuedAt position of the fact that issued it
     * @param supersededAt position at which an entry it rests on changed; absent while it holds
     */
    public record Resting(String entryId, String number, long issuedAt, @Nullable Long supersededAt) {}

    /** The statements that rest on any of these entries. */
    public List<Resting> restingOn(Collection<String> entryIds) {
        return jdbc.query(
                """
                SELECT l.entry_id, s.number, s.issued_at_position, s.superseded_at
                FROM views_v1.statement_entry l JOIN views_v1.statement s ON s.number = l.number
                WHERE l.entry_id = ANY(?) ORDER BY s.number, l.entry_id
                """,
                (row, number) -> new Resting(
                        row.getString(1), row.getString(2), row.getLong(3), row.getObject(4, Long.class)),
                (Object) entryIds.toArray(String[]::new));
    }

    /** Numbers of the statements that rest on an entry. */
    public List<String> restingOn(String entryId) {
        return jdbc.queryForList(
                "SELECT number FROM views_v1.statement_entry WHERE entry_id = ? ORDER BY number",
                String.class, entryId);
    }
}
