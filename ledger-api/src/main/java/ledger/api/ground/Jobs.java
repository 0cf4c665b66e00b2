package ledger.api.ground;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionTemplate;

import ledger.api.access.Actor;
import ledger.api.ground.Job.Kind;
import ledger.api.ground.Job.State;
import ledger.projections.LedgerJson;

/**
 * The jobs of all nodes. Who works on one holds a lease and renews it; when a node dies its leases run out, and another
 * goes on after the last row answered.
 */
public final class Jobs {

    /** How long a dead node holds up its jobs at most, in seconds. */
    static final int LEASE_SECONDS = 8;

    private static final RowMapper<Job> JOB = (row, number) -> job(row);

    private static final String SELECT = """
            SELECT *, extract(epoch FROM clock_timestamp() - run_began) AS run_seconds FROM jobs.job
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Uploads uploads;
    private final LedgerClock clock;

    /** Names this process among all nodes. */
    private final String owner = "node-" + UUID.randomUUID();

    /** What this process works on now. */
    private final Set<Run> inHand = ConcurrentHashMap.newKeySet();

    private record Run(String jobId, int runs) {
        static Run of(Job job) {
            return new Run(job.jobId(), job.runs());
        }
    }

    public Jobs(JdbcTemplate jdbc, TransactionTemplate transaction, Uploads uploads, LedgerClock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Somebody else works on it by now: whoever sees this must stop. */
    public static final class LeaseLostException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLostException(String jobId) {
            super(jobId + " is in other hands");
        }
    }

    /**
     * A job to begin with.
     *
     * @param mine whether this process goes to work on it at once; else whoever is free
     */
    public record Asked(
            Kind kind,
            @Nullable String submissionId,
            Actor actor,
            @Nullable String organizationId,
            @Nullable String contentDigest,
            @Nullable String format,
            @Nullable String note,
            boolean mine) {}

    /** A new job with the file it is about: both are there or neither. */
    public Job begin(String jobId, Asked asked, String fileName, InputStream file) {
        Job job = Objects.requireNonNull(transaction.execute(status -> {
            insert(jobId, asked);
            uploads.keep(jobId, fileName, file);
            return begun(jobId, asked);
        }));
        if (asked.mine()) {
            inHand.add(Run.of(job));
        }
        return job;
    }

    /** A new job without a file of its own. */
    public Job begin(String jobId, Asked asked) {
        insert(jobId, asked);
        return begun(jobId, asked);
    }

    private Job begun(String jobId, Asked asked) {
        return (asked.mine() ? take("job_id = ?", jobId) : find(jobId)).orElseThrow();
    }

    private void insert(String jobId, Asked asked) {
        jdbc.update(
                """
                INSERT INTO jobs.job (job_id, kind, submission_id, actor, organization_id, content_digest, format, note,
                  state, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                jobId, asked.kind().name(), asked.submissionId(), LedgerJson.write(asked.actor()),
                asked.organizationId(), asked.contentDigest(), asked.format(), asked.note(), State.WAITING.name(),
                Timestamp.from(clock.instant()));
    }

    /** The oldest job that nobody works on, now in our hands until {@link #letGo}. */
    public Optional<Job> takeNext() {
        Optional<Job> job = take("""
                job_id = (SELECT job_id FROM jobs.job
                  WHERE state = 'WAITING' AND (lease_until IS NULL OR lease_until < clock_timestamp())
                     OR state = 'RUNNING' AND lease_until < clock_timestamp()
                  ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                """);
        job.map(Run::of).ifPresent(inHand::add);
        return job;
    }

    /**
     * Nobody here works on it any more, however that came. One that could be neither finished nor released, since the
     * database did not answer, falls to whoever is free as soon as its lease runs out.
     */
    public void letGo(Job job) {
        inHand.remove(Run.of(job));
    }

    private Optional<Job> take(String which, Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = owner;
        all[1] = LEASE_SECONDS;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return jdbc.query(
                        """
                        UPDATE jobs.job SET state = 'RUNNING', lease_owner = ?,
                          lease_until = clock_timestamp() + make_interval(secs => ?), runs = runs + 1,
                          run_began = clock_timestamp(), run_rows = rows_done
                        WHERE %s RETURNING *, 0 AS run_seconds
                        """.formatted(which),
                        JOB, all)
                .stream().findFirst();
    }

    /** Say that this process still lives and works on what is in its hands. */
    public void renewLeases() {
        inHand.forEach(run -> jdbc.update(
                """
                UPDATE jobs.job SET lease_until = clock_timestamp() + make_interval(secs => ?)
                WHERE job_id = ? AND lease_owner = ? AND runs = ? AND state = 'RUNNING'
                """,
                LEASE_SECONDS, run.jobId(), owner, run.runs()));
    }

    public void counted(Job job, int rows) {
        ours(job, jdbc.update(
                "UPDATE jobs.job SET rows_total = ? WHERE job_id = ? AND lease_owner = ? AND runs = ?",
                rows, job.jobId(), owner, job.runs()));
    }

    /**
     * How far the work is.
     *
     * @param sealedAnswers what the rows were told, to be kept in the same step; absent where nothing is kept
     * @return whether somebody wants it to stop
     */
    public boolean advance(
            Job job, Progress progress, int firstRow, byte @Nullable [] sealedAnswers) {
        List<Boolean> cancel = jdbc.queryForList(
                """
                WITH ahead AS (
                  UPDATE jobs.job SET last_row = ?, rows_done = ?, counts = ?, position = GREATEST(position, ?)
                  WHERE job_id = ? AND lease_owner = ? AND runs = ? AND state = 'RUNNING'
                  RETURNING job_id, cancel_asked
                ), kept AS (
                  INSERT INTO jobs.answer (job_id, first_row, sealed)
                  SELECT job_id, ?, ?::bytea FROM ahead WHERE ?
                )
                SELECT cancel_asked FROM ahead
                """,
                Boolean.class, progress.lastRow(), progress.rowsDone(), LedgerJson.write(progress.counts()),
                progress.position(), job.jobId(), owner, job.runs(), firstRow, sealedAnswers, sealedAnswers != null);
        ours(job, cancel.size());
        return cancel.getFirst();
    }

    /** @param counts rows or entries by what became of them, of the whole job */
    public record Progress(int lastRow, int rowsDone, Map<String, Integer> counts, long position) {}

    /** The work is over. */
    public void finish(Job job, State state, long position, @Nullable String outcome) {
        ours(job, jdbc.update(
                """
                UPDATE jobs.job SET state = ?, position = GREATEST(position, ?), outcome = ?, finished_at = ?,
                  lease_owner = NULL, lease_until = NULL
                WHERE job_id = ? AND lease_owner = ? AND runs = ?
                """,
                state.name(), position, outcome, Timestamp.from(clock.instant()), job.jobId(), owner, job.runs()));
    }

    /** Begin anew: nothing of what was done so far counts. */
    public void restart(Job job) {
        ours(job, jdbc.update(
                """
                UPDATE jobs.job SET last_row = 0, rows_done = 0, run_rows = 0, counts = '{}'
                WHERE job_id = ? AND lease_owner = ? AND runs = ?
                """,
                job.jobId(), owner, job.runs()));
        jdbc.update("DELETE FROM jobs.answer WHERE job_id = ?", job.jobId());
    }

    /** Leave it to whoever is free, after a pause. */
    public void release(Job job, int pauseSeconds) {
        jdbc.update(
                """
                UPDATE jobs.job SET state = 'WAITING', lease_owner = NULL,
                  lease_until = clock_timestamp() + make_interval(secs => ?)
                WHERE job_id = ? AND lease_owner = ? AND runs = ? AND state = 'RUNNING'
                """,
                pauseSeconds, job.jobId(), owner, job.runs());
    }

    /** Ask the one who works on it to stop. */
    public void cancel(String jobId) {
        jdbc.update(
                "UPDATE jobs.job SET cancel_asked = true WHERE job_id = ? AND state IN ('WAITING', 'RUNNING')", jobId);
    }

    public Optional<Job> find(String jobId) {
        return jdbc.query(SELECT + "WHERE job_id = ?", JOB, jobId).stream().findFirst();
    }

    public Optional<Job> find(String submissionId, Kind kind) {
        return jdbc.query(SELECT + "WHERE submission_id = ? AND kind = ?", JOB, submissionId, kind.name())
                .stream().findFirst();
    }

    /** The newest ones first; of one organization, or of all. */
    public List<Job> latest(@Nullable String organizationId, int limit) {
        return jdbc.query(
                SELECT + "WHERE ?::text IS NULL OR organization_id = ? ORDER BY created_at DESC, job_id LIMIT ?",
                JOB, organizationId, organizationId, limit);
    }

    /** A lease is of one run: even this process may have lost it to itself, after a long pause. */
    private static void ours(Job job, int rows) {
        if (rows != 1) {
            throw new LeaseLostException(job.jobId());
        }
    }

    private static Job job(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        int done = row.getInt("rows_done") - row.getInt("run_rows");
        long tenths = row.getBigDecimal("run_seconds") == null
                ? 0
                : row.getBigDecimal("run_seconds").movePointRight(1).longValue();
        return new Job(
                row.getString("job_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("submission_id"),
                LedgerJson.read(row.getString("actor"), Actor.class),
                row.getString("content_digest"),
                row.getString("format"),
                row.getString("note"),
                state,
                row.getTimestamp("created_at").toInstant(),
                instant(row, "finished_at"),
                instant(row, "destroyed_at"),
                row.getInt("last_row"),
                row.getObject("rows_total", Integer.class),
                row.getInt("rows_done"),
                LedgerJson.MAPPER.readerForMapOf(Integer.class).readValue(row.getString("counts")),
                row.getLong("position"),
                row.getString("outcome"),
                row.getBoolean("cancel_asked"),
                row.getInt("runs"),
                state == State.RUNNING && tenths > 0 ? done * 10L / tenths : null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
