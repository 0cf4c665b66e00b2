package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.AnnexNote;
import ledger.domain.recognition.Award;
import ledger.domain.recognition.RecognitionEvent.NominationDeclined;
import ledger.domain.recognition.RecognitionEvent.OfSubject;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.RecognitionEvent.RecognitionConfirmed;
import ledger.domain.recognition.RecognitionEvent.RecognitionNominated;
import ledger.domain.recognition.RecognitionEvent.RecognitionPutUnderReview;
import ledger.domain.recognition.RecognitionEvent.RecognitionWithdrawn;
import ledger.domain.recognition.Schemes;

/**
 * A level of one subject as it stands: nominated, conferred, under review, or over.
 *
 * @param recognitionsId where its facts are
 * @param knownFrom position of the fact that made it so
 * @param nomination how it was nominated; absent where it was conferred at once
 * @param conferred how it was conferred; absent while it is only nominated
 * @param changedEntry the last entry that it rests on and that was corrected or revoked (R24); absent where none was
 * @param changedAt position of that change
 * @param reason why it was confirmed, withdrawn or declined, in the annex
 * @param decidedBy organization that confirmed, withdrew or declined it
 */
public record RecognitionView(
        String recognitionId,
        String recognitionsId,
        String subjectId,
        String schemeId,
        State state,
        long knownFrom,
        @Nullable RecognitionNominated nomination,
        @Nullable RecognitionConferred conferred,
        @Nullable String changedEntry,
        @Nullable Long changedAt,
        @Nullable String reasonCode,
        @Nullable AnnexNote reason,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn) {

    /** How it stands. */
    public enum State {
        /** In public notice, or before the decision of another person. */
        NOMINATED,
        DECLINED,
        CONFERRED,
        /** It holds until a person says what follows from the change of an entry that it rests on (R24). */
        UNDER_REVIEW,
        WITHDRAWN;

        public boolean holds() {
            return this == CONFERRED || this == UNDER_REVIEW;
        }
    }

    /** One fact more; the same for the live view and for a replay. */
    public static RecognitionView apply(@Nullable RecognitionView before, OfSubject event, long position) {
        return switch (event) {
            case RecognitionNominated nominated -> begin(event, State.NOMINATED, position, nominated, null);
            case RecognitionConferred conferred -> begin(
                    event, State.CONFERRED, position,
                    before != null && before.state == State.NOMINATED ? before.nomination : null, conferred);
            case NominationDeclined declined -> known(before).decided(
                    State.DECLINED, position, null, declined.reason(), declined.declinedBy(), declined.declinedOn());
            case RecognitionPutUnderReview review -> known(before).underReview(review, position);
            case RecognitionConfirmed confirmed -> known(before).decided(
                    State.CONFERRED, position, null, confirmed.reason(), confirmed.confirmedBy(),
                    confirmed.confirmedOn());
            case RecognitionWithdrawn withdrawn -> known(before).decided(
                    State.WITHDRAWN, position, withdrawn.reasonCode(), withdrawn.reason(), withdrawn.withdrawnBy(),
                    withdrawn.withdrawnOn());
        };
    }

    private static RecognitionView known(@Nullable RecognitionView before) {
        return Objects.requireNonNull(before, "something happened to a recognition that never began");
    }

    private static RecognitionView begin(
            OfSubject event,
            State state,
            long position,
            @Nullable RecognitionNominated nomination,
            @Nullable RecognitionConferred conferred) {
        return new RecognitionView(
                event.recognitionId(), event.recognitionsId(), event.subjectId(), event.schemeId(), state, position,
                nomination, conferred, null, null, null, null, null, null);
    }

    private RecognitionView underReview(RecognitionPutUnderReview review, long position) {
        return new RecognitionView(
                recognitionId, recognitionsId, subjectId, schemeId, State.UNDER_REVIEW, position, nomination, conferred,
                review.entryId(), review.changedAt(), null, null, null, null);
    }

    private RecognitionView decided(
            State next,
            long position,
            @Nullable String code,
            @Nullable AnnexNote why,
            @Nullable String by,
            @Nullable LocalDate on) {
        return new RecognitionView(
                recognitionId, recognitionsId, subjectId, schemeId, next, position, nomination, conferred, changedEntry,
                changedAt, code, why, by, on);
    }

    /** What schemes see of it. */
    public Award award(Schemes schemes) {
        return Award.of(Objects.requireNonNull(conferred), schemes);
    }
}
