package ledger.domain.recognition;

import java.time.LocalDate;

import ledger.domain.Digest;
import ledger.domain.account.AnnexNote;

/** What can be asked of a nomination in public notice. */
public sealed interface NominationCommand extends RecognitionCommand.OfRecognition {

    String objectionId();

    /** What one person says against one nomination on one day is one objection, so that saying it twice is harmless. */
    static String objectionId(String recognitionId, String raisedBy, LocalDate raisedOn) {
        return "objection-" + Digest.of(recognitionId, raisedBy, raisedOn.toString()).substring(0, 32);
    }

    /** @param raisedBy the person, as facts name actors */
    record ObjectToNomination(
            String aggregateId, String recognitionId, AnnexNote objection, String raisedBy, LocalDate raisedOn)
            implements NominationCommand {
        @Override
        public String objectionId() {
            return NominationCommand.objectionId(recognitionId, raisedBy, raisedOn);
        }
    }

    /** @param answeredFor the organization that nominated, or one above it */
    record AnswerNominationObjection(
            String aggregateId,
            String recognitionId,
            String objectionId,
            AnnexNote answer,
            String answeredFor,
            LocalDate answeredOn)
            implements NominationCommand {}

    /** @param decidedBy the person, neither who nominated nor who objected */
    record UpholdNominationObjection(
            String aggregateId,
            String recognitionId,
            String objectionId,
            AnnexNote reason,
            String decidedBy,
            String decidedFor,
            LocalDate decidedOn)
            implements NominationCommand {}

    /**
     * @param decidedBy the person, neither who nominated nor who objected
     * @param noticeWorkingDays working days of notice that the scheme asks for
     * @param rulebook edition that says how the notice goes on
     */
    record DismissNominationObjection(
            String aggregateId,
            String recognitionId,
            String objectionId,
            AnnexNote reason,
            String decidedBy,
            String decidedFor,
            LocalDate decidedOn,
            int noticeWorkingDays,
            String rulebook)
            implements NominationCommand {}
}
