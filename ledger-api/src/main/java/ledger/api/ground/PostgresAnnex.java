package ledger.api.ground;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.Digest;
import ledger.domain.account.AnnexNote;

/** The annex in its own schema of the database. */
final class PostgresAnnex implements Annex {

    private final JdbcTemplate jdbc;

    PostgresAnnex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AnnexNote> keep(List<String> words) {
        List<AnnexNote> notes = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (String text : words) {
            String id = "note-" + UUID.randomUUID();
            String salt = Salts.next();
            notes.add(new AnnexNote(id, Digest.of(salt, text)));
            rows.add(new Object[] {id, salt, text});
        }
        jdbc.batchUpdate("INSERT INTO annex.note (note_id, salt, words) VALUES (?, ?, ?)", rows);
        return notes;
    }

    @Override
    public Map<String, String> read(Collection<String> noteIds) {
        Map<String, String> found = new HashMap<>();
        jdbc.query(
                "SELECT note_id, words FROM annex.note WHERE note_id = ANY(?)",
                row -> {
                    found.put(row.getString(1), row.getString(2));
                },
                (Object) noteIds.toArray(String[]::new));
        return found;
    }
}
