package ledger.api.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ledger.api.access.Actor;
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.Job;
import ledger.api.ground.Job.Kind;
import ledger.api.ground.Job.State;
import ledger.api.ground.Jobs;
import ledger.api.ground.Jobs.Progress;
import ledger.api.ground.Seal;
import ledger.api.ground.Uploads;
import ledger.domain.Refusal;
import ledger.domain.account.AnnexNote;
import ledger.domain.submission.SubmissionCommand.CompleteRoster;
import ledger.domain.submission.SubmissionCommand.SubmitRoster;
import ledger.domain.submission.SubmissionRefusal;
import ledger.projections.LedgerJson;

/** Takes a roster: answers every row, keeps the file's fate, and never loses a good row to a bad one. */
public final class RosterIntake {


    private final SessionIntake sessions;
    private final CommandDesk desk;
    private final Annex annex;
    private final Jobs jobs;
    private final Uploads uploads;
    private final Recollection recollection;
    private final VerdictLine line;
    private final Texts texts;

    RosterIntake(
            SessionIntake sessions,
            CommandDesk desk,
            Annex annex,
            Jobs jobs,
            Uploads uploads,
            Recollection recollection,
            VerdictLine line,
            Texts texts) {
        this.sessions = sessions;
        this.desk = desk;
        this.annex = annex;
        this.jobs = jobs;
        this.uploads = uploads;
        this.recollection = recollection;
        this.line = line;
        this.texts = texts;
    }

    /**
     * The fate of a whole roster.
     *
     * @param position a read that waits for it sees every row
     * @param notices what was found out about the file as a whole
     */
    public record Summary(
            String submissionId,
            int rows,
            int accepted,
            int held,
            int refused,
            int duplicate,
            long position,
            List<Notice> notices) {}

    /**
     * Answers the rows at once. When the answering breaks off, the rest of the rows is answered as a job.
     *
     * @param answered told each verdict as soon as its row is committed, in order
     * @throws RefusedException when the file as a whole cannot be read; then nothing is stored
     */
    public Summary take(ReceivedFile file, Actor actor, Consumer<Verdict> answered) {
        Job job = begin(file, actor, true);
        try {
            return run(job, file, answered, () -> false);
        } finally {
            jobs.letGo(job);
        }
    }

    /**
     * Leaves the answering to a job.
     *
     * @throws RefusedException when the file as a whole cannot be read; then nothing is stored
     */
    public Job accept(ReceivedFile file, Actor actor) {
        return begin(file, actor, false);
    }

    private Job begin(ReceivedFile file, Actor actor, boolean atOnce) {
        String format = format(file, actor);
        String id = UUID.randomUUID().toString();
        return begin("job-" + id, file, new Jobs.Asked(
                Kind.ROSTER, "submission-" + id, actor, actor.organizationId(), file.digest(), format, null, atOnce));
    }

    private Job begin(String jobId, ReceivedFile file, Jobs.Asked asked) {
        try (InputStream in = Files.newInputStream(file.path())) {
            return jobs.begin(jobId, asked, file.name(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws RefusedException when the file cannot be read as a roster */
    static String format(ReceivedFile file, Actor actor) {
        try (Rows rows = Rows.of(file)) {
            requireColumns(rows.columns(), actor);
            return rows.format();
        }
    }

    /** What every row needs and a layout cannot leave out; whoever acts for nobody must name the organization. */
    private static void requireColumns(Set<Column> columns, Actor actor) {
        Stream.of(Column.ACTIVITY_NAME, Column.ORGANIZATION)
                .filter(column -> !columns.isEmpty() && !columns.contains(column))
                .filter(column -> column != Column.ORGANIZATION || actor.organization().isEmpty())
                .findFirst()
                .ifPresent(column -> {
                    throw new RefusedException(Refusal.of(SubmissionRefusal.COLUMN_MISSING, column.wire())
                            .with("field", column.wire()));
                });
    }

    /** Goes on with a job that this process took. */
    public void goOn(Job job, BooleanSupplier stopping) {
        Seal seal = uploads.seal(job.jobId()).orElseThrow();
        try (ReceivedFile file = ReceivedFile.spool(
                uploads.read(job.jobId(), seal), uploads.name(job.jobId(), seal))) {
            if (job.rowsTotal() == null) {
                jobs.counted(job, rows(file));
            }
            run(job, file, verdict -> { }, stopping);
        }
    }

    /** Ends a job that cannot go on for a reason of ours: the rows answered stay, and the file can be sent again. */
    public void giveUp(Job job) {
        Progress progress = new Progress(job.lastRow(), job.rowsDone(), job.counts(), job.position());
        complete(job, progress, State.FAILED, LedgerJson.write(texts.told(
                Refusal.of(DoorRefusal.INTERNAL_ERROR, "file"))), List.of());
    }

    static int rows(ReceivedFile file) {
        try (Rows rows = Rows.of(file)) {
            int count = 0;
            for (; rows.hasNext(); rows.next()) {
                count++;
            }
            return count;
        }
    }

    private Summary run(Job job, ReceivedFile file, Consumer<Verdict> answered, BooleanSupplier stopping) {
        Seal seal = uploads.seal(job.jobId()).orElseThrow();
        RosterRun run = new RosterRun(
                sessions, new SessionIntake.Origin(job.actor(), job.submission(), null, null), earlier(job), stopping,
                new Progress(job.lastRow(), job.rowsDone(), job.counts(), job.position()));
        boolean over = false;
        try (Rows rows = Rows.of(file)) {
            if (job.lastRow() == 0) {
                submit(job, file.name());
            }
            RosterRun.End end = run.run(rows, (verdicts, progress) -> {
                boolean cancel = jobs.advance(job, progress, verdicts.getFirst().row(), answers(seal, verdicts));
                verdicts.forEach(answered);
                return cancel;
            });
            over = true;
            return switch (end) {
                case ALL_ROWS -> complete(job, run.progress(), State.DONE, null, rows.notices());
                case CANCELLED -> complete(job, run.progress(), State.CANCELLED, null, rows.notices());
                case STOPPED -> {
                    jobs.release(job, 0);
                    yield summary(job, run.progress(), rows.notices());
                }
            };
        } catch (RefusedException e) {
            over = true;
            complete(job, run.progress(), State.FAILED, LedgerJson.write(texts.told(e.refusal())), List.of());
            throw e;
        } finally {
            if (!over) {
                jobs.release(job, 1);
            }
        }
    }

    private RosterRun.Earlier earlier(Job job) {
        return job.runs() == 1 ? RosterRun.Earlier.NONE : recollection.of(job.submission());
    }

    private byte[] answers(Seal seal, List<Verdict> verdicts) {
        return Uploads.sealed(
                seal, verdicts.getFirst().row(), verdicts.stream().map(line::of).collect(Collectors.joining("\n")));
    }

    private void submit(Job job, String fileName) {
        AnnexNote name = fileName.isBlank() ? null : annex.keep(fileName);
        desk.send(
                new SubmitRoster(
                        job.submission(), String.valueOf(job.contentDigest()), String.valueOf(job.format()),
                        job.actor().organizationId(), name),
                job.actor());
    }

    private Summary complete(
            Job job, Progress progress, State state, @Nullable String outcome, List<Notice> notices) {
        Summary sums = summary(job, progress, notices);
        long position = desk.send(
                        new CompleteRoster(
                                sums.submissionId(), sums.rows(), sums.accepted(), sums.held(), sums.refused(),
                                sums.duplicate()),
                        job.actor())
                .position();
        jobs.finish(job, state, position, outcome);
        return new Summary(
                sums.submissionId(), sums.rows(), sums.accepted(), sums.held(), sums.refused(), sums.duplicate(),
                position, sums.notices());
    }

    private static Summary summary(Job job, Progress progress, List<Notice> notices) {
        Map<String, Integer> counts = progress.counts();
        return new Summary(
                job.submission(), progress.rowsDone(), counts.getOrDefault("accepted", 0),
                counts.getOrDefault("held", 0), counts.getOrDefault("refused", 0),
                counts.getOrDefault("duplicate", 0), progress.position(), notices);
    }
}
