package ledger.api.operation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.domain.Decision;
import ledger.domain.recognition.RecognitionCommand.PublishScheme;
import ledger.domain.recognition.Scheme;
import ledger.projections.recognition.SchemeShelf;

/** Makes the schemes in use facts when the service starts, so that every verdict can name its version (R21). */
@Component
public class SchemePublisher implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SchemePublisher.class);

    private final SchemeShelf shelf;
    private final CommandDesk desk;

    SchemePublisher(SchemeShelf shelf, CommandDesk desk) {
        this.shelf = shelf;
        this.desk = desk;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (Scheme scheme : shelf.schemes().all()) {
            if (shelf.enabled().contains(scheme.id())) {
                var receipt = desk.send(
                        new PublishScheme(
                                scheme.id(), scheme.version(), scheme.effectiveFrom(), scheme.digest()),
                        Actor.LEDGER);
                if (receipt.decision() instanceof Decision.Refused<?> refused) {
                    LOG.error("scheme {}: {}", scheme.edition(), refused.refusal().code().wire());
                    throw new IllegalStateException("the text of scheme " + scheme.edition()
                            + " differs from the one published under that version; give it a new version");
                }
            }
        }
    }
}
