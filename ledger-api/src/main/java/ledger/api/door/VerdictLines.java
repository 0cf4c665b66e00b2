package ledger.api.door;

import org.springframework.stereotype.Component;

import ledger.api.intake.Texts;
import ledger.api.intake.Verdict;
import ledger.api.intake.VerdictLine;
import ledger.projections.LedgerJson;

/** A verdict is kept in the very words that a caller reads. */
@Component
class VerdictLines implements VerdictLine {

    private final Texts texts;

    VerdictLines(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String of(Verdict verdict) {
        return LedgerJson.write(VerdictJson.of(verdict, texts));
    }
}
