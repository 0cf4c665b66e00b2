package ledger.api.operation;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.ground.Job;
import ledger.api.ground.Job.Kind;
import ledger.api.ground.Job.State;
import ledger.api.ground.Jobs;
import ledger.projections.LedgerJson;
import ledger.projections.replay.ReplayOutcome;
import ledger.projections.replay.ReplayScope;

/** Replays that take longer than their request. One that was broken off begins anew: it leaves nothing behind. */
@Component
public class ReplayJobs {

    private static final Duration BETWEEN_WORDS = Duration.ofMillis(500);

    private final Jobs jobs;
    private final AuditReplay replay;

    ReplayJobs(Jobs jobs, AuditReplay replay) {
        this.jobs = jobs;
        this.replay = replay;
    }

    /**
     * What is to be folded again, as the job keeps it; people by opaque id only.
     *
     * @param to last position; absent for everything written when it begins
     */
    private record Plan(String scope, @Nullable Long to, boolean compare) {}

    /** Leaves a replay to a job. */
    public Job begin(ReplayScope scope, @Nullable Long to, boolean compare, Actor actor) {
        Plan plan = new Plan(scope.written(), to, compare);
        return jobs.begin(
                "job-replay-" + UUID.randomUUID(),
                new Jobs.Asked(
                        Kind.REPLAY, null, actor, actor.organizationId(), null, null, LedgerJson.write(plan), false));
    }

    /** Fold again, from the beginning. */
    void goOn(Job job, BooleanSupplier stopping) {
        Plan plan = LedgerJson.read(String.valueOf(job.note()), Plan.class);
        Telling telling = new Telling(job, stopping);
        try {
            ReplayOutcome outcome = replay.run(ReplayScope.read(plan.scope()), plan.to(), plan.compare(), telling);
            jobs.finish(job, State.DONE, outcome.position(), LedgerJson.write(outcome));
        } catch (CancellationException e) {
            if (telling.unwanted) {
                jobs.finish(job, State.CANCELLED, 0, null);
            } else {
                jobs.release(job, 0);
            }
        }
    }

    /** Tells now and then how far it is, and hears whether it is still wanted. */
    private final class Telling implements AuditReplay.Watcher {
        private final Job job;
        private final BooleanSupplier stopping;
        private long told = System.nanoTime();
        private boolean unwanted;

        Telling(Job job, BooleanSupplier stopping) {
            this.job = job;
            this.stopping = stopping;
        }

        @Override
        public void at(long done, long total) {
            if (done < total && System.nanoTime() - told < BETWEEN_WORDS.toNanos()) {
                return;
            }
            told = System.nanoTime();
            jobs.counted(job, (int) Math.min(Integer.MAX_VALUE, total));
            int rows = (int) Math.min(Integer.MAX_VALUE, done);
            unwanted = jobs.advance(job, new Jobs.Progress(rows, rows, Map.of(), 0), 0, null);
            if (unwanted || stopping.getAsBoolean()) {
                throw new CancellationException("replay ends at " + done);
            }
        }
    }
}
