package ledger.projections.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.recognition.Award;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.projections.LedgerJson;

/** Answers which levels were conferred on volunteers, as schemes look at them. */
final class AwardReader {

    private final JdbcTemplate jdbc;
    private final SchemeShelf shelf;

    AwardReader(JdbcTemplate jdbc, SchemeShelf shelf) {
        this.jdbc = jdbc;
        this.shelf = shelf;
    }

    /** Awards by volunteer, as known at a position; those without any are absent. */
    Map<String, List<Award>> awards(Collection<String> volunteerIds, long position) {
        Map<String, List<Award>> found = new HashMap<>();
        jdbc.query(
                "SELECT body FROM views_v1.recognition WHERE volunteer_id = ANY(?) AND position <= ? ORDER BY position",
                row -> {
                    RecognitionConferred conferred = LedgerJson.read(row.getString(1), RecognitionConferred.class);
                    found.computeIfAbsent(conferred.volunteerId(), id -> new ArrayList<>())
                            .add(Award.of(conferred, shelf.schemes()));
                },
                volunteerIds.toArray(String[]::new), position);
        return found;
    }
}
