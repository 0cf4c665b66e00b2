package ledger.api.ground;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long one waits between attempts while the store does not answer: a tenth of a second first, twice as long each
 * time, five seconds at most, each wait shortened by chance so that many do not come back at once; a minute in all.
 */
public final class Patience {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration IN_ALL = Duration.ofSeconds(60);

    private final long until = System.nanoTime() + IN_ALL.toNanos();
    private Duration next = FIRST;

    /** The wait before the next attempt; empty when patience is at its end. */
    public Optional<Duration> next() {
        Duration wait = next.dividedBy(2)
                .plusMillis(ThreadLocalRandom.current().nextLong(next.toMillis() / 2 + 1));
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return System.nanoTime() + wait.toNanos() > until ? Optional.empty() : Optional.of(wait);
    }

    /** Wait; false when patience is at its end. */
    boolean pause() {
        Optional<Duration> wait = next();
        if (wait.isEmpty()) {
            return false;
        }
        try {
            Thread.sleep(wait.get());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
