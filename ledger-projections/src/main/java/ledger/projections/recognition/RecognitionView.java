package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.AnnexNote;
import ledger.domain.recognition.Award;
import ledger.domain.recognition.NominationEvent;
import ledger.domain.recognition.NominationEvent.NominationObjected;
import ledger.domain.recognition.NominationEvent.NominationObjectionAnswered;
import ledger.domain.recognition.NominationEvent.NominationObjectionDismissed;
import ledger.domain.recognition.NominationEvent.NominationObjectionUpheld;
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
 * @param noticeTo last day of the nomination's public notice; absent without one, and while it stands still
 * @param objections what was said against the nomination, in order
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
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate noticeTo,
        List<NominationObjection> objections) {

    /** Rows written before there were objections have none. */
    @SuppressWarnings("NullAway")
    public RecognitionView {
        objections = objections == null ? List.of() : List.copyOf(objections);
    }

    /** How it stands. */
    public enum State {
        /** In public notice, or before the decision of another person. */
        NOMINATED,
        /** Nominated, and its notice stands still until an objection is decided (R16). */
        OBJECTED,
        DECLINED,
        CONFERRED,
        /** It holds until a person says what follows from the change of an entry that it rests on (R24). */
        UNDER_REVIEW,
        WITHDRAWN;

        public boolean holds() {
            return this == CONFERRED || this == UNDER_REVIEW;
        }

        /** Whether somebody stands up for it and nobody has decided yet. */
        public boolean isNomination() {
            return this == NOMINATED || this == OBJECTED;
        }
    }

    /** One fact more; the same for the live view and for a replay. */
    public static RecognitionView apply(@Nullable RecognitionView before, OfSubject event, long position) {
        return switch (event) {
            case RecognitionNominated nominated -> begin(event, State.NOMINATED, position, nominated, null, List.of());
            case RecognitionConferred conferred -> before != null && before.state == State.NOMINATED
                    ? begin(event, State.CONFERRED, position, before.nomination, conferred, before.objections)
                    : begin(event, State.CONFERRED, position, null, conferred, List.of());
            case NominationDeclined declined -> known(before)
                    .withoutOpen(declined.declinedOn())
                    .decided(
                            State.DECLINED, position, null, declined.reason(), declined.declinedBy(),
                            declined.declinedOn());
            case NominationEvent said -> known(before).apply(said, position);
            case RecognitionPutUnderReview review -> known(before).underReview(review, position);
            case RecognitionConfirmed confirmed -> known(before).decided(
                    State.CONFERRED, position, null, confirmed.reason(), confirmed.confirmedBy(),
                    confirmed.confirmedOn());
            case RecognitionWithdrawn withdrawn -> known(before).decided(
                    State.WITHDRAWN, position, withdrawn.reasonCode(), withdrawn.reason(), withdrawn.withdrawnBy(),
                    withdrawn.withdrawnOn());
        };
    }

    private RecognitionView apply(NominationEvent event, long position) {
        return switch (event) {
            case NominationObjected e -> {
                List<NominationObjection> more = new ArrayList<>(objections);
                more.add(new NominationObjection(
                        e.objectionId(), e.objection(), e.raisedBy(), e.raisedOn(), NominationObjection.State.OPEN,
                        null, null, null, null));
                yield inNotice(State.OBJECTED, position, null, more);
            }
            case NominationObjectionAnswered e -> inNotice(
                    state, position, noticeTo, each(e, one -> one.answered(e.answer(), e.answeredOn())));
            case NominationObjectionDismissed e -> inNotice(
                    e.noticeTo() == null ? State.OBJECTED : State.NOMINATED, position, e.noticeTo(),
                    each(e, one -> one.decided(NominationObjection.State.DISMISSED, e.reason(), e.decidedOn())));
            case NominationObjectionUpheld e -> inNotice(
                            state, position, null,
                            each(e, one -> one.decided(NominationObjection.State.UPHELD, e.reason(), e.decidedOn())))
                    .withoutOpen(e.decidedOn())
                    .decided(State.DECLINED, position, null, e.reason(), e.decidedFor(), e.decidedOn());
        };
    }

    private List<NominationObjection> each(NominationEvent event, UnaryOperator<NominationObjection> change) {
        return objections.stream()
                .map(one -> one.isOpen() && one.objectionId().equals(event.objectionId()) ? change.apply(one) : one)
                .toList();
    }

    private RecognitionView inNotice(
            State next, long position, @Nullable LocalDate lastDay, List<NominationObjection> said) {
        return new RecognitionView(
                recognitionId, recognitionsId, subjectId, schemeId, next, position, nomination, conferred, null, null,
                null, null, null, null, lastDay, said);
    }

    /** With the nomination everything ends that is still said against it. */
    private RecognitionView withoutOpen(LocalDate day) {
        return inNotice(state, knownFrom, null, objections.stream()
                .map(one -> one.isOpen() ? one.decided(NominationObjection.State.OVER, null, day) : one)
                .toList());
    }

    private static RecognitionView known(@Nullable RecognitionView before) {
        return Objects.requireNonNull(before, "something happened to a recognition that never began");
    }

    private static RecognitionView begin(
            OfSubject event,
            State state,
            long position,
            @Nullable RecognitionNominated nomination,
            @Nullable RecognitionConferred conferred,
            List<NominationObjection> objections) {
        return new RecognitionView(
                event.recognitionId(), event.recognitionsId(), event.subjectId(), event.schemeId(), state, position,
                nomination, conferred, null, null, null, null, null, null,
                nomination == null || conferred != null ? null : nomination.noticeTo(), objections);
    }

    private RecognitionView underReview(RecognitionPutUnderReview review, long position) {
        return new RecognitionView(
                recognitionId, recognitionsId, subjectId, schemeId, State.UNDER_REVIEW, position, nomination, conferred,
                review.entryId(), review.changedAt(), null, null, null, null, null, objections);
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
                changedAt, code, why, by, on, null, objections);
    }

    /** What schemes see of it. */
    public Award award(Schemes schemes) {
        return Award.of(Objects.requireNonNull(conferred), schemes);
    }
}
