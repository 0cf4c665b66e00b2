package ledger.projections.submission;

import java.sql.Timestamp;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.submission.SubmissionEvent;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;

/** Keeps the fate of each roster. */
public final class SubmissionProjection implements Projection {

    public static final String ROOM = "submission";

    private final JdbcTemplate jdbc;

    public SubmissionProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public List<String> tables() {
        return List.of("submission");
    }

    @Override
    public void project(List<RecordedFact> batch) {
        for (RecordedFact fact : batch) {
            if (fact.fact() instanceof SubmissionEvent event) {
                write(fact, event);
            }
        }
    }

    private void write(RecordedFact fact, SubmissionEvent event) {
        switch (event) {
            case SubmissionEvent.RosterSubmitted e -> jdbc.update(
                    """
                    INSERT INTO views_v1.submission
                      (submission_id, submitted_at, content_digest, format, submitted_by, file_note)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                    e.submissionId(), Timestamp.from(fact.recordedAt()), e.contentDigest(), e.format(),
                    e.submittedBy(), e.fileName() == null ? null : e.fileName().id());
            case SubmissionEvent.RosterCompleted e -> jdbc.update(
                    """
                    UPDATE views_v1.submission SET rows = ?, accepted = ?, held = ?, refused = ?, duplicate = ?,
                      state = 'COMPLETE'
                    WHERE submission_id = ?
                    """,
                    e.rows(), e.accepted(), e.held(), e.refused(), e.duplicate(), e.submissionId());
            case SubmissionEvent.RosterReversed e -> jdbc.update(
                    "UPDATE views_v1.submission SET state = 'REVERSING' WHERE submission_id = ?", e.submissionId());
            case SubmissionEvent.ReversalCompleted e -> jdbc.update(
                    """
                    UPDATE views_v1.submission SET state = 'REVERSED', revoked = ?, declined = ?
                    WHERE submission_id = ?
                    """,
                    e.revoked(), e.declined(), e.submissionId());
        }
    }
}
