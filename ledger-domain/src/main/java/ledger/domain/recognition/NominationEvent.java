package ledger.domain.recognition;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.AnnexNote;

/** What is said against a nomination while it is in public notice, and what becomes of it (R16). */
public sealed interface NominationEvent extends RecognitionEvent.OfSubject {

    String objectionId();

    /**
     * Somebody says why the level should not be conferred; the notice stands still.
     *
     * @param raisedBy the person, as facts name actors
     * @param noticeDaysLeft working days of notice that were still to run; for a second objection as for the first
     */
    record NominationObjected(
            String recognitionsId,
            String recognitionId,
            String subjectId,
            String schemeId,
            String objectionId,
            AnnexNote objection,
            String raisedBy,
            LocalDate raisedOn,
            int noticeDaysLeft)
            implements NominationEvent {}

    /** The organization that nominated says what it has to say; the authority decides. */
    record NominationObjectionAnswered(
            String recognitionsId,
            String recognitionId,
            String subjectId,
            String schemeId,
            String objectionId,
            AnnexNote answer,
            String answeredFor,
            LocalDate answeredOn)
            implements NominationEvent {}

    /** The objection is right: the nomination is over, and so is whatever else was said against it. */
    record NominationObjectionUpheld(
            String recognitionsId,
            String recognitionId,
            String subjectId,
            String schemeId,
            String objectionId,
            AnnexNote reason,
            String decidedFor,
            LocalDate decidedOn)
            implements NominationEvent {}

    /** @param noticeTo last day of the notice from now on; absent while another objection is open */
    record NominationObjectionDismissed(
            String recognitionsId,
            String recognitionId,
            String subjectId,
            String schemeId,
            String objectionId,
            AnnexNote reason,
            String decidedFor,
            LocalDate decidedOn,
            @Nullable LocalDate noticeTo)
            implements NominationEvent {}
}
