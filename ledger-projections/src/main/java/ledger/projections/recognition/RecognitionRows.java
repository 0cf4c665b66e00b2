package ledger.projections.recognition;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.LedgerIds;
import ledger.domain.account.AccountMergeEvent;
import ledger.domain.recognition.FalseHoursEvent;
import ledger.domain.recognition.RecognitionEvent.OfSubject;
import ledger.projections.LedgerJson;

/**
 * Writes how each recognition and each report of false hours stood between which positions, and which numbers were one
 * between which (R5).
 */
final class RecognitionRows {

    private final JdbcTemplate jdbc;

    RecognitionRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(OfSubject event, long position) {
        Optional<RecognitionView> before = jdbc.query(
                        """
                        UPDATE views_v1.recognition SET known_to = ? WHERE recognition_id = ? AND known_to IS NULL
                        RETURNING body
                        """,
                        (row, number) -> LedgerJson.read(row.getString(1), RecognitionView.class),
                        position, event.recognitionId())
                .stream().findFirst();
        RecognitionView now = RecognitionView.apply(before.orElse(null), event, position);
        jdbc.update(
                """
                INSERT INTO views_v1.recognition (recognition_id, known_from, subject_id, scheme_id, state, body)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                now.recognitionId(), now.knownFrom(), now.subjectId(), now.schemeId(), now.state().name(),
                LedgerJson.write(now));
    }

    void add(FalseHoursEvent event, long position) {
        Optional<FalseHoursView> before = jdbc.query(
                        """
                        UPDATE views_v1.false_hours SET known_to = ? WHERE case_id = ? AND known_to IS NULL
                        RETURNING body
                        """,
                        (row, number) -> LedgerJson.read(row.getString(1), FalseHoursView.class),
                        position, event.caseId())
                .stream().findFirst();
        FalseHoursView now = FalseHoursView.apply(before.orElse(null), event, position);
        jdbc.update(
                """
                INSERT INTO views_v1.false_hours (case_id, known_from, subject_id, state, body)
                VALUES (?, ?, ?, ?, ?)
                """,
                event.caseId(), position, event.subjectId(), now.state().name(), LedgerJson.write(now));
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
