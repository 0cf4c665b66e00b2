package ledger.api.ground;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.LedgerIds;

/** Which numbers were merged into which (R5), as the facts said when they were written: by opaque volunteer id. */
public final class MergedNumbers {

    private final JdbcTemplate jdbc;

    public MergedNumbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** For each of these the volunteer in whose account it goes on; those never merged are absent. */
    public Map<String, String> survivors(Collection<String> volunteerIds) {
        Map<String, String> found = new HashMap<>();
        jdbc.query(
                """
                WITH RECURSIVE way(asked, at) AS (
                  SELECT a, a FROM unnest(?::text[]) AS a
                  UNION SELECT w.asked, m.into_account_id FROM way w JOIN reference.merged m ON m.account_id = w.at
                )
                SELECT asked, at FROM way w
                WHERE at <> asked AND NOT EXISTS (SELECT 1 FROM reference.merged m WHERE m.account_id = w.at)
                """,
                row -> {
                    found.put(LedgerIds.volunteerOf(row.getString(1)), LedgerIds.volunteerOf(row.getString(2)));
                },
                (Object) accounts(volunteerIds));
        return found;
    }

    /** All numbers that are one with these by now, these among them, each with the one it is one with. */
    Map<String, String> members(Collection<String> volunteerIds) {
        Map<String, String> found = new HashMap<>();
        jdbc.query(
                """
                WITH RECURSIVE family(root, member) AS (
                  SELECT a, a FROM unnest(?::text[]) AS a
                  UNION SELECT f.root, m.account_id FROM family f
                  JOIN reference.merged m ON m.into_account_id = f.member
                )
                SELECT member, root FROM family
                """,
                row -> {
                    found.put(LedgerIds.volunteerOf(row.getString(1)), LedgerIds.volunteerOf(row.getString(2)));
                },
                (Object) accounts(volunteerIds));
        return found;
    }

    private static String[] accounts(Collection<String> volunteerIds) {
        return volunteerIds.stream().map(LedgerIds::accountOf).toArray(String[]::new);
    }
}
