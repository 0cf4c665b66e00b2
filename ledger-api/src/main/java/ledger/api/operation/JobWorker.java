package ledger.api.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import ledger.api.ground.Job;
import ledger.api.ground.Jobs;
import ledger.api.ground.Jobs.LeaseLostException;
import ledger.api.intake.DryRun;
import ledger.api.intake.RefusedException;
import ledger.api.intake.RosterIntake;

/** Works on the jobs that wait, those of nodes that died included; a service that stops leaves them where they are. */
@Component
public class JobWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final int THREADS = 2;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MOST_RUNS = 50;
    private static final int LONGEST_PAUSE_SECONDS = 30;

    private final Jobs jobs;
    private final RosterIntake rosters;
    private final DryRun dryRuns;
    private final RosterReversal reversals;
    private final NumberMerges merges;
    private final ReplayJobs replays;
    private final Simulations simulations;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    JobWorker(
            Jobs jobs,
            RosterIntake rosters,
            DryRun dryRuns,
            RosterReversal reversals,
            NumberMerges merges,
            ReplayJobs replays,
            Simulations simulations) {
        this.jobs = jobs;
        this.rosters = rosters;
        this.dryRuns = dryRuns;
        this.reversals = reversals;
        this.merges = merges;
        this.replays = replays;
        this.simulations = simulations;
    }

    /** There is a new job; it is also looked for every second. */
    public void wake() {
        work.release();
    }

    @Override
    public void start() {
        running = true;
        threads.add(Thread.ofPlatform().daemon().name("jobs-heartbeat").start(this::renewLeases));
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().daemon().name("jobs-" + i).start(this::work));
        }
    }

    private void renewLeases() {
        while (running) {
            try {
                jobs.renewLeases();
                Thread.sleep(HEARTBEAT);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("leases could not be renewed", e);
                pause();
            }
        }
    }

    private void work() {
        while (running) {
            try {
                Optional<Job> job = jobs.takeNext();
                if (job.isPresent()) {
                    work(job.get());
                } else {
                    LOG.trace("a new job: {}", work.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS));
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("jobs could not be looked for", e);
                pause();
            }
        }
    }

    private void work(Job job) {
        try {
            goOn(job);
        } catch (LeaseLostException e) {
            LOG.info("{} is worked on elsewhere", job.jobId());
        } catch (RefusedException e) {
            LOG.info("{} ended: {}", job.jobId(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("{} broke off at its run {} and will go on", job.jobId(), job.runs(), e);
            jobs.release(job, Math.min(job.runs(), LONGEST_PAUSE_SECONDS));
        } finally {
            jobs.letGo(job);
        }
    }

    private void goOn(Job job) {
        boolean hopeless = job.runs() > MOST_RUNS;
        switch (job.kind()) {
            case ROSTER -> {
                if (hopeless) {
                    rosters.giveUp(job);
                } else {
                    rosters.goOn(job, this::isStopping);
                }
            }
            case DRY_RUN -> {
                if (hopeless) {
                    jobs.finish(job, Job.State.FAILED, 0, null);
                } else {
                    dryRuns.goOn(job, this::isStopping);
                }
            }
            // What was promised to be taken back is taken back, however often it takes.
            case REVERSAL -> reversals.goOn(job, this::isStopping);
            case MERGE, UNMERGE -> merges.goOn(job, this::isStopping);
            case REPLAY -> {
                if (hopeless) {
                    jobs.finish(job, Job.State.FAILED, 0, null);
                } else {
                    replays.goOn(job, this::isStopping);
                }
            }
            case SIMULATION -> {
                if (hopeless) {
                    jobs.finish(job, Job.State.FAILED, 0, null);
                } else {
                    simulations.goOn(job, this::isStopping);
                }
            }
        }
    }

    private boolean isStopping() {
        return !running;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        work.release(THREADS);
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
