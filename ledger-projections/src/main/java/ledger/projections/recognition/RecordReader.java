package ledger.projections.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.projections.LedgerJson;

/** Answers which honours are in the record of subjects and what was complained about, under all their numbers (R5). */
public final class RecordReader {

    private final JdbcTemplate jdbc;

    public RecordReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Honours by subject, those revoked among them, as known at a position; subjects without any are absent. */
    public Map<String, List<HonourView>> honours(Collection<String> subjectIds, long position) {
        return all("honour", HonourView.class, subjectIds, position);
    }

    /** Complaints likewise. */
    public Map<String, List<ComplaintView>> complaints(Collection<String> subjectIds, long position) {
        return all("complaint", ComplaintView.class, subjectIds, position);
    }

    private <V> Map<String, List<V>> all(String table, Class<V> of, Collection<String> subjectIds, long position) {
        Map<String, List<V>> found = new HashMap<>();
        jdbc.query(
                AwardReader.FAMILY + "SELECT root, body FROM family JOIN views_v1." + table
                        + " ON subject_id = member WHERE known_from <= ? AND (known_to IS NULL OR known_to > ?)"
                        + " ORDER BY known_from",
                row -> {
                    found.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(LedgerJson.read(row.getString(2), of));
                },
                subjectIds.toArray(String[]::new), position, position, position, position);
        return found;
    }

    /** How an honour stands now. */
    public Optional<HonourView> honour(String honourId) {
        return one(
                "SELECT body FROM views_v1.honour WHERE honour_id = ? AND known_to IS NULL", HonourView.class,
                honourId);
    }

    /** Those of these honours that were revoked after a position, and where; ids of other things are passed over. */
    public Map<String, Long> revokedSince(Collection<String> ids, long position) {
        Map<String, Long> found = new HashMap<>();
        jdbc.query(
                """
                SELECT honour_id, known_from FROM views_v1.honour
                WHERE honour_id = ANY(?) AND state = 'REVOKED' AND known_from > ?
                """,
                row -> {
                    found.merge(row.getString(1), row.getLong(2), Math::min);
                },
                ids.toArray(String[]::new), position);
        return found;
    }

    /** How a complaint stands now. */
    public Optional<ComplaintView> complaint(String complaintId) {
        return one(
                "SELECT body FROM views_v1.complaint WHERE complaint_id = ? AND known_to IS NULL", ComplaintView.class,
                complaintId);
    }

    private <V> Optional<V> one(String query, Class<V> of, String id) {
        return jdbc.query(query, (row, number) -> LedgerJson.read(row.getString(1), of), id).stream().findFirst();
    }

    /** Complaints that stand so now, the longest waiting first. */
    public List<ComplaintView> complaints(ComplaintView.State state, int limit) {
        return jdbc.query(
                """
                SELECT body FROM views_v1.complaint WHERE state = ? AND known_to IS NULL ORDER BY known_from LIMIT ?
                """,
                (row, number) -> LedgerJson.read(row.getString(1), ComplaintView.class), state.name(), limit);
    }

    /** Honours that stand in a subject's record, as known at a position. */
    public List<HonourView> honoursOf(String subjectId, long position) {
        return honours(List.of(subjectId), position).getOrDefault(subjectId, List.of()).stream()
                .filter(HonourView::isRecorded)
                .toList();
    }

    /** All that was complained of a subject, likewise. */
    public List<ComplaintView> complaintsAbout(String subjectId, long position) {
        return complaints(List.of(subjectId), position).getOrDefault(subjectId, List.of());
    }
}
