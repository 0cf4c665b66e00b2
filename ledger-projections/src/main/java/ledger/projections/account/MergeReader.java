package ledger.projections.account;

import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Answers which numbers were merged into which (R5). */
public final class MergeReader {

    private static final RowMapper<AccountMerge> MERGE = (row, number) -> new AccountMerge(
            row.getString("merge_id"),
            row.getString("from_account_id"),
            row.getString("into_account_id"),
            AccountMerge.State.valueOf(row.getString("state")),
            row.getObject("decided_on", LocalDate.class),
            row.getString("reason_code"),
            row.getString("note_id"),
            row.getString("officer_id"),
            row.getObject("entries", Integer.class),
            row.getLong("position"));

    private final JdbcTemplate jdbc;

    public MergeReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All in which an account had a part, on either side, the last one first. */
    public List<AccountMerge> of(String accountId) {
        return jdbc.query(
                """
                SELECT * FROM views_v1.account_merge WHERE from_account_id = ? OR into_account_id = ?
                ORDER BY position DESC
                """,
                MERGE, accountId, accountId);
    }
}
