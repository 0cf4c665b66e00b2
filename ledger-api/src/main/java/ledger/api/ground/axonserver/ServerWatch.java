package ledger.api.ground.axonserver;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import ledger.api.ground.EventStoreState;
import ledger.projections.FactsAwayException;

/**
 * Looks after the connection once a second: opens it, lets the server know which commands are handled here, and says in
 * plain words what is wrong while something is. A server that is away costs readiness, never the service.
 */
final class ServerWatch implements EventStoreState, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final AxonServerLink link;
    private final ServerOrder order;
    private final LongSupplier followed;
    private final BooleanSupplier handlers;
    private final Runnable eachLook;
    private volatile Optional<String> trouble;
    private volatile boolean running;
    private boolean told;

    /**
     * @param followed the last position that this installation's tables were told of
     * @param handlers tells the server which commands are handled here; false while there are none
     * @param eachLook done at each look while all is well
     */
    ServerWatch(
            AxonServerLink link,
            ServerOrder order,
            LongSupplier followed,
            BooleanSupplier handlers,
            Runnable eachLook) {
        this.link = link;
        this.order = order;
        this.followed = followed;
        this.handlers = handlers;
        this.eachLook = eachLook;
        this.trouble = Optional.of(link.server() + " was not reached yet; trying again");
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("axon-server").start(this::run);
    }

    private void run() {
        while (running) {
            Optional<String> now = look();
            tell(now);
            trouble = now;
            if (now.isEmpty()) {
                eachLook.run();
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Optional<String> look() {
        try {
            long head = order.freshHead();
            boolean handling = handlers.getAsBoolean();
            long seen = followed.getAsLong();
            if (head < seen) {
                return Optional.of(link.server() + " has " + head + " facts, but " + seen
                        + " were read from it before: is it the right server and context?");
            }
            return handling && link.connection().isReady()
                    ? Optional.empty()
                    : Optional.of(link.server() + " answers, but does not know yet which commands are handled here");
        } catch (FactsAwayException e) {
            return Optional.of(e.getMessage() + "; trying again");
        } catch (RuntimeException e) {
            LOG.debug("looking at {} failed", link.server(), e);
            return Optional.of(link.server() + ": " + e.getMessage() + "; trying again");
        }
    }

    private void tell(Optional<String> now) {
        if (now.isPresent() && (!told || trouble.isEmpty())) {
            LOG.warn("not ready: {}", now.get());
            told = true;
        } else if (now.isEmpty() && trouble.isPresent()) {
            LOG.info("ready: {} answers", link.server());
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 1;
    }
}
