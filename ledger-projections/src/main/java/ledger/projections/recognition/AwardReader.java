package ledger.projections.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.recognition.Award;
import ledger.domain.recognition.FalseHours;
import ledger.projections.LedgerJson;

/** Answers which recognitions subjects have, those of numbers that became one with theirs among them (R5). */
final class AwardReader {

    /** Subjects asked for, each with all numbers that are one with it. */
    static final String FAMILY =
            """
            WITH RECURSIVE family(root, member) AS (
              SELECT a, a FROM unnest(?::text[]) AS a
              UNION SELECT f.root, o.subject_id FROM family f JOIN views_v1.one_subject o ON o.into_id = f.member
                AND o.known_from <= ? AND (o.known_to IS NULL OR o.known_to > ?)
            )
            """;

    private final JdbcTemplate jdbc;
    private final SchemeShelf shelf;

    AwardReader(JdbcTemplate jdbc, SchemeShelf shelf) {
        this.jdbc = jdbc;
        this.shelf = shelf;
    }

    /** What holds, by subject, as schemes look at it and as known at a position; those without any are absent. */
    Map<String, List<Award>> awards(Collection<String> subjectIds, long position) {
        Map<String, List<Award>> found = new HashMap<>();
        all(subjectIds, position).forEach((subject, views) -> {
            List<Award> held = views.stream()
                    .filter(view -> view.state().holds())
                    .map(view -> view.award(shelf.schemes()))
                    .toList();
            if (!held.isEmpty()) {
                found.put(subject, held);
            }
        });
        return found;
    }

    /** The subject that holds what was conferred on this one, where they became one by a position. */
    Optional<String> heldBy(String subjectId, long position) {
        return jdbc.queryForList(
                        """
                        WITH RECURSIVE way(at) AS (
                          SELECT ?::text
                          UNION SELECT o.into_id FROM way JOIN views_v1.one_subject o ON o.subject_id = at
                            AND o.known_from <= ? AND (o.known_to IS NULL OR o.known_to > ?)
                        )
                        SELECT at FROM way WHERE at <> ? AND NOT EXISTS (
                          SELECT FROM views_v1.one_subject o WHERE o.subject_id = at
                            AND o.known_from <= ? AND (o.known_to IS NULL OR o.known_to > ?))
                        """,
                        String.class, subjectId, position, position, subjectId, position, position)
                .stream().findFirst();
    }

    /** Hours found to be false, by subject and as known at a position; subjects of whom none were are absent (R25). */
    Map<String, List<FalseHours>> falseHours(Collection<String> subjectIds, long position) {
        Map<String, List<FalseHours>> found = new HashMap<>();
        jdbc.query(
                FAMILY + """
                SELECT root, body FROM family JOIN views_v1.false_hours ON subject_id = member
                WHERE state = 'FOUND' AND known_from <= ? AND (known_to IS NULL OR known_to > ?) ORDER BY known_from
                """,
                row -> {
                    found.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(LedgerJson.read(row.getString(2), FalseHoursView.class).found());
                },
                subjectIds.toArray(String[]::new), position, position, position, position);
        return found;
    }

    /** Everything, by subject, in the order in which it came to stand so. */
    Map<String, List<RecognitionView>> all(Collection<String> subjectIds, long position) {
        Map<String, List<RecognitionView>> found = new HashMap<>();
        jdbc.query(
                FAMILY + """
                SELECT root, body FROM family JOIN views_v1.recognition ON subject_id = member
                WHERE known_from <= ? AND (known_to IS NULL OR known_to > ?) ORDER BY known_from
                """,
                row -> {
                    found.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(LedgerJson.read(row.getString(2), RecognitionView.class));
                },
                subjectIds.toArray(String[]::new), position, position, position, position);
        return found;
    }
}
