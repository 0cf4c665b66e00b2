package ledger.projections.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Answers what became of a roster. */
public final class SubmissionReader {

    private static final RowMapper<SubmissionView> VIEW = (row, number) -> new SubmissionView(
            row.getString("submission_id"),
            row.getTimestamp("submitted_at").toInstant(),
            row.getString("content_digest"),
            row.getString("format"),
            row.getString("submitted_by"),
            row.getString("file_note"),
            row.getObject("rows", Integer.class),
            row.getObject("accepted", Integer.class),
            row.getObject("held", Integer.class),
            row.getObject("refused", Integer.class),
            row.getObject("duplicate", Integer.class),
            State.valueOf(row.getString("state")),
            row.getObject("revoked", Integer.class),
            row.getObject("declined", Integer.class));

    private final JdbcTemplate jdbc;

    public SubmissionReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a roster stands: its rows being answered, all answered, being taken back, taken back. */
    public enum State {
        OPEN,
        COMPLETE,
        REVERSING,
        REVERSED
    }

    /**
     * A roster as it was received, and its fate.
     *
     * @param rows absent while it is not complete, as are the other counts
     * @param revoked entries its reversal took back; absent unless it is reversed
     * @param declined held entries its reversal declined; absent unless it is reversed
     */
    public record SubmissionView(
            String submissionId,
            Instant submittedAt,
            String contentDigest,
            String format,
            @Nullable String submittedBy,
            @Nullable String fileNote,
            @Nullable Integer rows,
            @Nullable Integer accepted,
            @Nullable Integer held,
            @Nullable Integer refused,
            @Nullable Integer duplicate,
            State state,
            @Nullable Integer revoked,
            @Nullable Integer declined) {}

    public Optional<SubmissionView> find(String submissionId) {
        return jdbc.query("SELECT * FROM views_v1.submission WHERE submission_id = ?", VIEW, submissionId)
                .stream().findFirst();
    }

    /** The latest ones first; of one submitter, or of all. */
    public List<SubmissionView> latest(@Nullable String submittedBy, int limit) {
        return jdbc.query(
                """
                SELECT * FROM views_v1.submission WHERE ?::text IS NULL OR submitted_by = ?
                ORDER BY submitted_at DESC, submission_id LIMIT ?
                """,
                VIEW, submittedBy, submittedBy, limit);
    }
}
