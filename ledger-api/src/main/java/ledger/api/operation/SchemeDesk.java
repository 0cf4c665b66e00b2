package ledger.api.operation;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.SignedSchemes;
import ledger.api.ground.SignedSchemes.Signature;
import ledger.api.intake.RefusedException;
import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.document.DocumentMistake;
import ledger.domain.recognition.RecognitionCommand.PublishScheme;
import ledger.domain.recognition.RecognitionRefusal;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.SchemeMistakes;
import ledger.domain.recognition.Schemes;
import ledger.projections.recognition.SchemeShelf;

/** Puts schemes into use while the service runs: a person signs, the version becomes a fact, and evaluations follow. */
@Component
public class SchemeDesk {

    private static final String BROUGHT = "scheme.yaml";

    private final SignedSchemes signed;
    private final SchemeShelf shelf;
    private final CommandDesk desk;
    private final LedgerClock clock;

    SchemeDesk(SignedSchemes signed, SchemeShelf shelf, CommandDesk desk, LedgerClock clock) {
        this.signed = signed;
        this.shelf = shelf;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Put a version that is at hand into use.
     *
     * @throws RefusedException when there is none
     */
    public Scheme sign(String schemeId, String version, String signedBy, Actor actor) {
        Scheme scheme = shelf.schemes().find(schemeId, version)
                .orElseThrow(() -> RefusedException.of(RecognitionRefusal.SCHEME_UNKNOWN, "scheme"));
        if (!shelf.isInUse(scheme)) {
            use(scheme, new Signature(schemeId, version, scheme.digest(), signedBy, clock.today(), null), actor);
        }
        return scheme;
    }

    /**
     * Put an operator's own document into use. A document with mistakes changes nothing, and one that was taken before
     * neither.
     *
     * @throws RefusedException with all mistakes, each with its line and column
     */
    public Scheme take(String text, String signedBy, Actor actor) {
        Scheme scheme = read(text);
        if (!signed.documents().containsValue(text)) {
            use(scheme, new Signature(
                    scheme.id(), scheme.version(), scheme.digest(), signedBy, clock.today(), text), actor);
        }
        return scheme;
    }

    /**
     * A document as it would stand beside all others; nothing changes.
     *
     * @throws RefusedException with all mistakes, each with its line and column
     */
    public Scheme read(String text) {
        Map<String, String> documents = new LinkedHashMap<>(signed.documents());
        if (documents.containsValue(text)) {
            return Schemes.parse(text);
        }
        documents.put(BROUGHT, text);
        try {
            String digest = Schemes.digest(text);
            return Schemes.with(documents).all().stream()
                    .filter(one -> one.digest().equals(digest))
                    .findFirst()
                    .orElseThrow();
        } catch (SchemeMistakes mistakes) {
            throw new RefusedException(Refusal.of(RecognitionRefusal.SCHEME_UNREADABLE, "text")
                    .with("zh", mistakes.told(DocumentMistake::zh))
                    .with("en", mistakes.told(DocumentMistake::en)));
        }
    }

    private void use(Scheme scheme, Signature signature, Actor actor) {
        signed.put(signature);
        var receipt = desk.send(
                new PublishScheme(scheme.id(), scheme.version(), scheme.effectiveFrom(), scheme.digest()), actor);
        if (receipt.decision() instanceof Decision.Refused<?> refused) {
            signed.remove(signature);
            throw new RefusedException(refused.refusal());
        }
        shelf.refresh();
    }
}
