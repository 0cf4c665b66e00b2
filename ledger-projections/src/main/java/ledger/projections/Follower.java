package ledger.projections;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries one projection along the one order: reads a batch after the last position, lets the projection fold it, and
 * commits rows and position together. The row of its position is locked meanwhile, so of several nodes one at a time
 * works, and each fact counts once, whoever dies when.
 */
public final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int BATCH = 2_000;
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final Projection projection;
    private final FactSource facts;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition wake = lock.newCondition();
    private final Folding folding;
    private long position;
    private long written;
    private String basisElsewhere = "";
    private boolean awake;
    private volatile String trouble = "";
    private volatile boolean running;
    private volatile boolean stopped;
    private Thread thread = Thread.currentThread();

    public Follower(Projection projection, FactSource facts, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.projection = projection;
        this.facts = facts;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.folding = new Folding(projection, jdbc);
    }

    public String room() {
        return projection.room();
    }

    List<String> tables() {
        return projection.tables();
    }

    /** Why the last batch could not be committed; empty while all is well. */
    String trouble() {
        return trouble;
    }

    public void start() {
        jdbc.update(
                "INSERT INTO views_v1.followed (room, position, basis) VALUES (?, 0, ?) ON CONFLICT DO NOTHING",
                projection.room(), projection.basis());
        running = true;
        thread = Thread.ofPlatform().daemon().name("follow-" + projection.room()).start(this::run);
    }

    /**
     * Tell it what was written; it also looks by itself several times a second.
     *
     * @param head the last position written
     */
    public void wake(long head) {
        lock.lock();
        try {
            written = Math.max(written, head);
            awake = true;
            wake.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The position up to which the view is true. */
    public long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    private boolean isBehind() {
        lock.lock();
        try {
            return position < written;
        } finally {
            lock.unlock();
        }
    }

    /** Wait until the view has reached a position; false when it has not within the time. */
    public boolean await(long wanted, Duration atMost) {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            while (position < wanted) {
                if (nanos <= 0 || stopped) {
                    return false;
                }
                nanos = moved.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        boolean toLook = true;
        while (running) {
            try {
                int folded = toLook || isBehind() ? step() : 0;
                toLook = folded == 0 ? !pause(IDLE) : folded == BATCH;
                trouble = "";
            } catch (RuntimeException | Error e) {
                if (running) {
                    failed(e);
                    toLook = true;
                }
            }
        }
    }

    private void failed(Throwable e) {
        trouble = Failures.inWords(e);
        if (Failures.isOfTheMoment(e) && !(e instanceof Error)) {
            LOG.warn("view {} waits after position {}: {}", room(), position(), trouble);
        } else {
            LOG.error("view {} could not follow after position {}; trying again", room(), position(), e);
        }
        pause(AFTER_FAILURE);
    }

    /** One batch; returns how many facts it held. */
    int step() {
        record Step(long reached, int facts) {}
        if (!isBehind() && facts.head() <= position()) {
            return 0;
        }
        Step step = transaction.execute(status -> {
            List<Long> ours = jdbc.queryForList(
                    "SELECT position FROM views_v1.followed WHERE room = ? FOR UPDATE SKIP LOCKED", Long.class, room());
            if (ours.isEmpty()) {
                return new Step(followedByAnother(), 0);
            }
            long from = ours.getFirst();
            List<RecordedFact> batch = facts.after(from, BATCH);
            if (batch.isEmpty()) {
                return new Step(from, 0);
            }
            folding.fold(batch);
            long reached = batch.getLast().position();
            jdbc.update("UPDATE views_v1.followed SET position = ? WHERE room = ?", reached, room());
            return new Step(reached, batch.size());
        });
        moved(step.reached());
        return step.facts();
    }

    /**
     * Fold parked facts of an aggregate, from the first on, until one cannot be folded still.
     *
     * @return how many were folded
     */
    int retry(DeadLetters.Sequence sequence) {
        DeadLetters letters = new DeadLetters(jdbc);
        Integer folded = transaction.execute(status -> {
            jdbc.queryForList("SELECT position FROM views_v1.followed WHERE room = ? FOR UPDATE", Long.class, room());
            int done = 0;
            for (long parked : letters.positions(sequence)) {
                if (!folding.alone(facts.after(parked - 1, 1).getFirst())) {
                    break;
                }
                letters.release(room(), parked);
                done++;
            }
            return done;
        });
        return folded == null ? 0 : folded;
    }

    /** Make the view anew beside the live one. */
    Rebuild.Outcome rebuild(Rebuild.Watcher watcher) {
        return new Rebuild(projection, facts, jdbc).run(watcher);
    }

    /** Make the view anew where it rests on another basis than today's; absent where it does not. */
    Optional<Rebuild.Outcome> renew(Rebuild.Watcher watcher) {
        return new Rebuild(projection, facts, jdbc).renew(watcher);
    }

    /** Let the version serve again that did so before; absent where there is none. */
    Optional<Rebuild.Outcome> back(Rebuild.Watcher watcher) {
        return new Rebuild(projection, facts, jdbc).back(watcher);
    }

    /** Another node is at work on this room: what it has committed is true here too. */
    private long followedByAnother() {
        record Seen(long position, String basis) {}
        Seen seen = jdbc.query(
                        "SELECT position, basis FROM views_v1.followed WHERE room = ?",
                        (row, number) -> new Seen(row.getLong(1), row.getString(2)), room())
                .stream().findFirst().orElse(new Seen(0, basisElsewhere));
        if (!seen.basis().equals(basisElsewhere)) {
            basisElsewhere = seen.basis();
            if (!basisElsewhere.equals(projection.basis())) {
                projection.restsOnAnotherBasis();
            }
        }
        return seen.position();
    }

    private void moved(long reached) {
        lock.lock();
        try {
            position = reached;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it was woken before the time was over. */
    private boolean pause(Duration time) {
        lock.lock();
        try {
            boolean woken = awake || wake.await(time.toMillis(), TimeUnit.MILLISECONDS);
            awake = false;
            return woken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Begin no further batch, and let nobody wait for one. */
    void stop() {
        running = false;
        stopped = true;
        wake(0);
        moved(position());
    }

    @Override
    public void close() {
        stop();
        if (thread != Thread.currentThread()) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
