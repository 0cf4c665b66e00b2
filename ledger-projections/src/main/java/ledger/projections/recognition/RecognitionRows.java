package ledger.projections.recognition;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.LedgerIds;
import ledger.domain.account.AccountMergeEvent;
import ledger.domain.recognition.ComplaintEvent;
import ledger.domain.recognition.FalseHoursEvent;
import ledger.domain.recognition.HonourEvent;
import ledger.domain.recognition.RecognitionEvent.OfSubject;
import ledger.projections.LedgerJson;

/**
 * Writes how each recognition, report of false hours, honour and complaint stood between which positions, and which
 * numbers were one between which (R5).
 */
final class RecognitionRows {

    private final JdbcTemplate jdbc;

    RecognitionRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(OfSubject event, long position) {
        RecognitionView now = RecognitionView.apply(
                ended("recognition", event.recognitionId(), position, RecognitionView.class), event, position);
        jdbc.update(
                """
                INSERT INTO views_v1.recognition (recognition_id, known_from, subject_id, scheme_id, state, body)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                now.recognitionId(), now.knownFrom(), now.subjectId(), now.schemeId(), now.state().name(),
                LedgerJson.write(now));
    }

    void add(FalseHoursEvent event, long position) {
        FalseHoursView now = FalseHoursView.apply(
                ended("false_hours", event.caseId(), position, FalseHoursView.class), event, position);
        begin("false_hours", event.caseId(), position, event.subjectId(), now.state().name(), now);
    }

    void add(HonourEvent event, long position) {
        HonourView now = HonourView.apply(
                ended("honour", event.honourId(), position, HonourView.class), event, position);
        begin("honour", event.honourId(), position, event.volunteerId(), now.state().name(), now);
    }

    void add(ComplaintEvent event, long position) {
        ComplaintView now = ComplaintView.apply(
                ended("complaint", event.complaintId(), position, ComplaintView.class), event, position);
        begin("complaint", event.complaintId(), position, event.subjectId(), now.state().name(), now);
    }

    /** The table's key is its name with {@code _id}, but for reports of false hours, which are cases. */
    private static String key(String table) {
        return table.equals("false_hours") ? "case_id" : table + "_id";
    }

    /** How it stood until now, and does no more; absent where it begins. */
    private <V> @Nullable V ended(String table, String id, long position, Class<V> of) {
        return jdbc.query(
                        "UPDATE views_v1." + table + " SET known_to = ? WHERE " + key(table)
                                + " = ? AND known_to IS NULL RETURNING body",
                        (row, number) -> LedgerJson.read(row.getString(1), of), position, id)
                .stream().findFirst().orElse(null);
    }

    private void begin(String table, String id, long position, String subjectId, String state, Object now) {
        jdbc.update(
                "INSERT INTO views_v1." + table + " (" + key(table) + ", known_from, subject_id, state, body) "
                        + "VALUES (?, ?, ?, ?, ?)",
                id, position, subjectId, state, LedgerJson.write(now));
    }

    /** @return volunteers for whom something else is held from now on */
    List<String> add(AccountMergeEvent event, long position) {
        return switch (event) {
            case AccountMergeEvent.AccountAbsorbed e -> {
                String from = LedgerIds.volunteerOf(e.fromAccountId());
                String into = LedgerIds.volunteerOf(e.accountId());
                jdbc.update(
                        "INSERT INTO views_v1.one_subject (subject_id, into_id, known_from) VALUES (?, ?, ?)",
                        from, into, position);
                yield List.of(from, into);
            }
            case AccountMergeEvent.AccountReopened e -> jdbc.queryForList(
                    """
                    UPDATE views_v1.one_subject SET known_to = ? WHERE subject_id = ? AND known_to IS NULL
                    RETURNING into_id
                    """,
                    String.class, position, LedgerIds.volunteerOf(e.accountId()));
            case AccountMergeEvent.MergeAgreed ignored -> List.of();
            case AccountMergeEvent.MergeCalledOff ignored -> List.of();
            case AccountMergeEvent.AccountClosedByMerge ignored -> List.of();
            case AccountMergeEvent.AccountGivenBack ignored -> List.of();
        };
    }
}
