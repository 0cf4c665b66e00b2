package ledger.api.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ledger.api.ground.Job;
import ledger.api.intake.DryRun;
import ledger.api.intake.Texts;
import ledger.api.operation.Simulations;
import ledger.projections.LedgerJson;
import ledger.projections.account.RulebookSimulation;
import ledger.projections.recognition.SchemeSimulation;
import ledger.projections.replay.ReplayOutcome;

/**
 * A job, as a caller reads it.
 *
 * @param counts rows by fate; for a reversal, entries by what became of them
 * @param keptUntil when the file and its report are destroyed; absent while it works, and for a reversal
 * @param destroyed whether they are
 * @param refusal why it failed
 * @param effect what the file would change; there only at the end of a dry run
 * @param replay what was found; there only at the end of a replay
 * @param simulation what would change; there only at the end of a simulation of a scheme
 * @param judged the same of a rulebook
 */
public record JobJson(
        String job,
        Job.Kind kind,
        @Nullable String submission,
        Job.State state,
        @Nullable Integer rows,
        int rowsDone,
        @Nullable Long rowsPerSecond,
        @Nullable Long secondsLeft,
        Map<String, Integer> counts,
        long position,
        boolean cancelAsked,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant keptUntil,
        boolean destroyed,
        Texts.@Nullable Told refusal,
        DryRun.@Nullable Effect effect,
        @Nullable ReplayOutcome replay,
        SchemeSimulation.@Nullable Outcome simulation,
        RulebookSimulation.@Nullable Outcome judged) {

    static JobJson of(Job job, int reportDays) {
        boolean failed = job.state() == Job.State.FAILED;
        boolean tried = job.kind() == Job.Kind.DRY_RUN && !failed;
        boolean simulated = job.kind() == Job.Kind.SIMULATION && !failed;
        return new JobJson(
                job.jobId(),
                job.kind(),
                job.submissionId(),
                job.state(),
                job.rowsTotal(),
                job.rowsDone(),
                job.rowsPerSecond(),
                job.secondsLeft(),
                job.counts(),
                job.position(),
                job.cancelAsked(),
                job.createdAt(),
                job.finishedAt(),
                job.finishedAt() == null || !job.kind().keepsAnswers()
                        ? null
                        : job.finishedAt().plus(Duration.ofDays(reportDays)),
                job.destroyedAt() != null,
                failed ? outcome(job, Texts.Told.class) : null,
                tried ? outcome(job, DryRun.Effect.class) : null,
                job.kind() == Job.Kind.REPLAY && !failed ? outcome(job, ReplayOutcome.class) : null,
                simulated && !Simulations.isOfRulebook(job) ? outcome(job, SchemeSimulation.Outcome.class) : null,
                simulated && Simulations.isOfRulebook(job) ? outcome(job, RulebookSimulation.Outcome.class) : null);
    }

    private static <T> @Nullable T outcome(Job job, Class<T> type) {
        return job.outcome() == null ? null : LedgerJson.read(job.outcome(), type);
    }
}
