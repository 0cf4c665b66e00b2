package ledger.projections.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Answers which entries are on their way to another organization, and which were (F2.4). */
public final class TransferReader {

    private static final RowMapper<Transfer> TRANSFER = (row, number) -> new Transfer(
            row.getString("entry_id"),
            row.getLong("proposed_at"),
            row.getString("account_id"),
            row.getString("from_organization_id"),
            row.getString("to_organization_id"),
            Transfer.State.valueOf(row.getString("state")),
            row.getObject("proposed_on", LocalDate.class),
            row.getString("reason_code"),
            row.getString("note_id"),
            row.getObject("consented_on", LocalDate.class),
            row.getObject("ended_on", LocalDate.class));

    private final JdbcTemplate jdbc;

    public TransferReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All of an account, the last one first. */
    public List<Transfer> of(String accountId) {
        return jdbc.query(
                "SELECT * FROM views_v1.transfer WHERE account_id = ? ORDER BY proposed_at DESC", TRANSFER, accountId);
    }

    /** Open ones that go from or to one of these organizations, the oldest first; at most so many. */
    public List<Transfer> open(Collection<String> organizationIds, int limit) {
        String[] ids = organizationIds.toArray(String[]::new);
        return jdbc.query(
                """
                SELECT * FROM views_v1.transfer
                WHERE ended_on IS NULL AND (from_organization_id = ANY(?) OR to_organization_id = ANY(?))
                ORDER BY proposed_at LIMIT ?
                """,
                TRANSFER, ids, ids, limit);
    }

    /** All open ones, the oldest first; at most so many. */
    public List<Transfer> open(int limit) {
        return jdbc.query(
                "SELECT * FROM views_v1.transfer WHERE ended_on IS NULL ORDER BY proposed_at LIMIT ?", TRANSFER, limit);
    }

    /** The one that is open for an entry. */
    public Optional<Transfer> openFor(String entryId) {
        return jdbc.query(
                        "SELECT * FROM views_v1.transfer WHERE entry_id = ? AND ended_on IS NULL", TRANSFER, entryId)
                .stream()
                .findFirst();
    }
}
