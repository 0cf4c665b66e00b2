package ledger.domain.recognition;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;
import ledger.domain.account.AnnexNote;

/** What happened to a scheme or a recognition. */
public sealed interface RecognitionEvent extends Fact {

    record SchemePublished(String schemeId, String version, LocalDate effectiveFrom, String digest)
            implements RecognitionEvent {}

    /** What happened to one level of one subject. */
    sealed interface OfSubject extends RecognitionEvent
            permits NominationEvent, RecognitionNominated, NominationDeclined, RecognitionConferred,
                    RecognitionPutUnderReview, RecognitionConfirmed, RecognitionWithdrawn {

        /** Where the facts of its subject under its scheme are. */
        String recognitionsId();

        String recognitionId();

        String subjectId();

        String schemeId();
    }

    /**
     * Somebody stands up for it, and whoever objects can say so until the notice ends.
     *
     * @param position ledger position at which the level was reached
     * @param asOf the day for which it was asked
     * @param nominatedBy the person, as facts name actors; another one decides
     * @param evidence what no entry shows, in the annex
     * @param noticeTo last day of the public notice; absent where the scheme asks for none
     */
    record RecognitionNominated(
            String recognitionsId,
            String recognitionId,
            String subjectId,
            String schemeId,
            String schemeVersion,
            String level,
            String band,
            String window,
            int minutes,
            long position,
            LocalDate asOf,
            String evidenceDigest,
            String nominatedBy,
            String nominatedFor,
            @Nullable AnnexNote evidence,
            @Nullable LocalDate noticeTo,
            LocalDate nominatedOn)
            implements OfSubject {}

    record NominationDeclined(
            String recognitionsId,
            String recognitionId,
            String subjectId,
            String schemeId,
            @Nullable AnnexNote reason,
            String declinedBy,
            LocalDate declinedOn)
            implements OfSubject {}

    /**
     * @param position ledger position at which the level was reached
     * @param asOf the day for which it was asked
     */
    record RecognitionConferred(
            String recognitionsId,
            String recognitionId,
            String subjectId,
            String schemeId,
            String schemeVersion,
            String level,
            String band,
            String window,
            int minutes,
            long position,
            LocalDate asOf,
            String evidenceDigest,
            String conferredBy,
            LocalDate conferredOn)
            implements OfSubject {}

    /**
     * An entry that it rests on was corrected or revoked (R24); a person says what follows.
     *
     * @param changedAt ledger position of that change
     */
    record RecognitionPutUnderReview(
            String recognitionsId,
            String recognitionId,
            String subjectId,
            String schemeId,
            String entryId,
            long changedAt)
            implements OfSubject {}

    record RecognitionConfirmed(
            String recognitionsId,
            String recognitionId,
            String subjectId,
            String schemeId,
            @Nullable AnnexNote reason,
            String confirmedBy,
            LocalDate confirmedOn)
            implements OfSubject {}

    /** It holds no more; what it had used up may count again (R23). */
    record RecognitionWithdrawn(
            String recognitionsId,
            String recognitionId,
            String subjectId,
            String schemeId,
            String reasonCode,
            @Nullable AnnexNote reason,
            String withdrawnBy,
            LocalDate withdrawnOn)
            implements OfSubject {}
}
