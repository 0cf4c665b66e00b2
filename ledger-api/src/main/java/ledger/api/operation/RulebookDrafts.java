package ledger.api.operation;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import ledger.api.ground.LedgerProperties;
import ledger.api.ground.RulebookFolder;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.Refusal;
import ledger.domain.document.DocumentMistake;
import ledger.domain.rulebook.Rulebook;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.account.RulebookSimulation.Terms;

/** Drafts of rulebooks as they would stand beside those at hand; nothing is judged by them but what is simulated. */
@Component
final class RulebookDrafts {

    private static final String FILE = "draft.yaml";

    private final Rulebooks rulebooks;
    private final LedgerProperties properties;

    RulebookDrafts(Rulebooks rulebooks, LedgerProperties properties) {
        this.rulebooks = rulebooks;
        this.properties = properties;
    }

    /** @throws RefusedException where there is no such edition */
    Terms atHand(String edition, long position) {
        if (!isAtHand(edition)) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "rulebookEdition");
        }
        return new Terms(rulebooks.edition(edition), rulebooks, position);
    }

    /** @throws RefusedException with the first mistake of the document */
    Terms read(String text, long position) {
        Rulebooks all = with(text);
        Rulebook draft = all.all().stream().filter(one -> !isAtHand(one.edition())).findFirst()
                .orElseThrow(() -> RefusedException.of(DoorRefusal.VALUE_INVALID, "rulebook"));
        return new Terms(draft, all, position);
    }

    private boolean isAtHand(String edition) {
        return rulebooks.all().stream().anyMatch(one -> one.edition().equals(edition));
    }

    private Rulebooks with(String text) {
        Map<String, String> documents = new LinkedHashMap<>(RulebookFolder.read(properties.rulebooks()));
        documents.put(FILE, text);
        try {
            return Rulebooks.with(documents);
        } catch (DocumentMistake mistake) {
            throw unreadable(mistake.told(mistake.zh()), mistake.told(mistake.en()));
        } catch (IllegalArgumentException mistake) {
            throw unreadable(String.valueOf(mistake.getMessage()), String.valueOf(mistake.getMessage()));
        }
    }

    private static RefusedException unreadable(String zh, String en) {
        return new RefusedException(
                Refusal.of(DoorRefusal.RULEBOOK_UNREADABLE, "rulebook").with("zh", zh).with("en", en));
    }
}
