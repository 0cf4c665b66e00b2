package ledger.api.operation;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.EventStoreState;
import ledger.domain.Decision;
import ledger.domain.recognition.RecognitionCommand.PublishScheme;
import ledger.domain.recognition.Scheme;
import ledger.projections.FactsAwayException;
import ledger.projections.recognition.SchemeShelf;

/**
 * Makes the schemes in use facts when the service starts, so that every verdict can name its version (R21); a view that
 * others were in use for is made anew.
 */
@Component
public class SchemePublisher implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SchemePublisher.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final SchemeShelf shelf;
    private final CommandDesk desk;
    private final EventStoreState store;
    private final ViewRebuild views;

    SchemePublisher(SchemeShelf shelf, CommandDesk desk, EventStoreState store, ViewRebuild views) {
        this.shelf = shelf;
        this.desk = desk;
        this.store = store;
        this.views = views;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!isPublished()) {
            Thread.ofVirtual().name("publish-schemes").start(this::publishLater);
        }
    }

    /** A service whose facts are away starts all the same; it is not ready before they are there. */
    private void publishLater() {
        try {
            do {
                Thread.sleep(LOOK);
            } while (!isPublished());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isPublished() {
        if (store.trouble().isPresent()) {
            return false;
        }
        try {
            publish();
            views.renewSoon();
            return true;
        } catch (FactsAwayException e) {
            LOG.debug("the schemes in use are published later: {}", e.getMessage());
            return false;
        }
    }

    private void publish() {
        for (Scheme scheme : shelf.inUse()) {
            var receipt = desk.send(
                    new PublishScheme(scheme.id(), scheme.version(), scheme.effectiveFrom(), scheme.digest()),
                    Actor.LEDGER);
            if (receipt.decision() instanceof Decision.Refused<?> refused) {
                LOG.error("scheme {}: {}", scheme.edition(), refused.refusal().code().wire());
                throw new IllegalStateException("the text of scheme " + scheme.edition()
                        + " differs from the one published under that version; give it a new version");
            }
        }
    }
}
