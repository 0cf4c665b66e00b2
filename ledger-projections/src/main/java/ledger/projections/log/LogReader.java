package ledger.projections.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.LedgerIds;

/**
 * Answers where the facts about a subject stand: positions after one, in order, at most so many. None looks through the
 * log.
 */
public final class LogReader {

    private final JdbcTemplate jdbc;

    public LogReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of aggregates other than accounts. */
    public List<Long> of(Collection<String> aggregateIds, long after, int limit) {
        return jdbc.queryForList(
                """
                SELECT position FROM views_v1.fact_place WHERE aggregate_id = ANY(?) AND position > ?
                ORDER BY position LIMIT ?
                """,
                Long.class, aggregateIds.toArray(String[]::new), after, limit);
    }

    /** Of a volunteer: standing, every entry that was ever in the account, statements and recognitions. */
    public List<Long> ofVolunteer(String volunteerId, long after, int limit) {
        String accountId = LedgerIds.accountOf(volunteerId);
        return jdbc.queryForList(
                """
                SELECT position FROM (
                  SELECT position FROM views_v1.fact_place WHERE aggregate_id IN (?, ?)
                  UNION ALL
                  SELECT p.position FROM views_v1.statement s
                    JOIN views_v1.fact_place p ON p.aggregate_id = 'statement-' || s.number WHERE s.volunteer_id = ?
                  UNION ALL
                  SELECT known_from FROM views_v1.recognition WHERE subject_id = ?
                  UNION ALL
                  SELECT known_from FROM views_v1.false_hours WHERE subject_id = ?
                  UNION ALL
                  SELECT known_from FROM views_v1.honour WHERE subject_id = ?
                  UNION ALL
                  SELECT known_from FROM views_v1.complaint WHERE subject_id = ?
                  UNION ALL
                  SELECT h.position FROM (SELECT DISTINCT entry_id FROM views_v1.entry WHERE account_id = ?) e
                    JOIN views_v1.entry_event h ON h.entry_id = e.entry_id
                ) theirs WHERE position > ? ORDER BY position LIMIT ?
                """,
                Long.class, volunteerId, accountId, volunteerId, volunteerId, volunteerId, volunteerId, volunteerId,
                accountId, after, limit);
    }

    /** Facts of one recognition. */
    public List<Long> ofRecognition(String recognitionId, long after, int limit) {
        return jdbc.queryForList(
                """
                SELECT known_from FROM views_v1.recognition WHERE recognition_id = ? AND known_from > ?
                ORDER BY known_from LIMIT ?
                """,
                Long.class, recognitionId, after, limit);
    }

    /** Of an organization: its standing, its officers, its activities, and the rosters that it sent. */
    public List<Long> ofOrganization(String organizationId, long after, int limit) {
        return jdbc.queryForList(
                """
                SELECT position FROM (
                  SELECT position FROM views_v1.fact_place WHERE aggregate_id = ?
                  UNION ALL
                  SELECT p.position FROM views_v1.activity a
                    JOIN views_v1.fact_place p ON p.aggregate_id = a.activity_id WHERE a.organizer_id = ?
                  UNION ALL
                  SELECT p.position FROM views_v1.submission s
                    JOIN views_v1.fact_place p ON p.aggregate_id = s.submission_id WHERE s.submitted_by = ?
                  UNION ALL
                  SELECT known_from FROM views_v1.complaint WHERE subject_id = ?
                ) theirs WHERE position > ? ORDER BY position LIMIT ?
                """,
                Long.class, organizationId, organizationId, organizationId, organizationId, after, limit);
    }

    /** Of a roster: how it came and ended, and every entry that its rows made. */
    public List<Long> ofSubmission(String submissionId, long after, int limit) {
        return jdbc.queryForList(
                """
                SELECT position FROM (
                  SELECT position FROM views_v1.fact_place WHERE aggregate_id = ?
                  UNION ALL
                  SELECT h.position FROM views_v1.roster_entry r
                    JOIN views_v1.entry_event h ON h.entry_id = r.entry_id WHERE r.submission_id = ?
                ) theirs WHERE position > ? ORDER BY position LIMIT ?
                """,
                Long.class, submissionId, submissionId, after, limit);
    }

    /** Of one entry. */
    public List<Long> ofEntry(String entryId, long after, int limit) {
        return jdbc.queryForList(
                """
                SELECT position FROM views_v1.entry_event WHERE entry_id = ? AND position > ? ORDER BY position LIMIT ?
                """,
                Long.class, entryId, after, limit);
    }

    /** Written by an actor, whatever they are about. */
    public List<Long> by(String actor, long after, int limit) {
        List<Long> positions = new ArrayList<>();
        jdbc.query(
                """
                SELECT greatest(first, ?), last FROM views_v1.log_stretch WHERE actor = ? AND last >= ?
                ORDER BY first LIMIT ?
                """,
                row -> {
                    long last = row.getLong(2);
                    for (long at = row.getLong(1); at <= last && positions.size() < limit; at++) {
                        positions.add(at);
                    }
                },
                after + 1, actor, after + 1, limit);
        return positions;
    }
}
