package ledger.domain.recognition;

import java.time.LocalDate;

import ledger.domain.LedgerCommand;
import ledger.domain.LedgerIds;

/** What can be asked of schemes and of the recognitions conferred under them. */
public sealed interface RecognitionCommand extends LedgerCommand {

    /** Make a version of a scheme a fact, so that every verdict can name it (R21). */
    record PublishScheme(String schemeId, String version, LocalDate effectiveFrom, String digest)
            implements RecognitionCommand {
        @Override
        public String aggregateId() {
            return LedgerIds.scheme(schemeId, version);
        }
    }

    /**
     * Confer a level on a volunteer, on the evidence of a verdict (R21).
     *
     * @param window the span it is for, {@code from..to}; empty for a lifetime level, which is conferred once
     * @param position ledger position at which the verdict was reached
     */
    record ConferRecognition(
            String volunteerId,
            Verdict verdict,
            String level,
            String window,
            long position,
            String conferredBy,
            LocalDate conferredOn)
            implements RecognitionCommand {
        @Override
        public String aggregateId() {
            return LedgerIds.recognition(volunteerId, verdict.schemeId(), level, window);
        }
    }
}
