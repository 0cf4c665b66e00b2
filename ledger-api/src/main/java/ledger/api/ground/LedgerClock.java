package ledger.api.ground;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The business clock: the one source of "now" and "today". It runs with the system's clock unless a simulation moved
 * it, which only a ledger of demonstration data allows.
 */
public final class LedgerClock extends Clock {

    private final Clock system;
    private final ZoneId zone;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public LedgerClock(ZoneId zone) {
        this(Clock.systemUTC(), zone);
    }

    private LedgerClock(Clock system, ZoneId zone) {
        this.system = system;
        this.zone = zone;
    }

    /** Let it be this time of this day now; it runs on from there. */
    public void simulate(LocalDate day, LocalTime time) {
        ahead.set(Duration.between(system.instant(), day.atTime(time).atZone(zone)));
    }

    public boolean isSimulated() {
        return !ahead.get().isZero();
    }

    public LocalDate today() {
        return LocalDate.now(this);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.offset(system.withZone(other), ahead.get());
    }

    /** To the millisecond, as facts keep it. */
    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(system.instant().plus(ahead.get()).toEpochMilli());
    }
}
