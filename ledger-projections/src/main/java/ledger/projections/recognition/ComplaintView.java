package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.AnnexNote;
import ledger.domain.recognition.ComplaintEvent;
import ledger.domain.recognition.ComplaintEvent.ComplaintAnswered;
import ledger.domain.recognition.ComplaintEvent.ComplaintClosed;
import ledger.domain.recognition.ComplaintEvent.ComplaintRaised;
import ledger.domain.recognition.KnownComplaint;

/**
 * A complaint as it stands (F1.19, F2.1).
 *
 * @param knownFrom position of the fact that made it so
 * @param answer what those complained about have to say; absent while they have said nothing
 * @param reason why it was closed so; absent while it is open
 * @param decidedFor organization in whose name
 */
public record ComplaintView(
        ComplaintRaised complaint,
        State state,
        long knownFrom,
        @Nullable AnnexNote answer,
        @Nullable LocalDate answeredOn,
        @Nullable AnnexNote reason,
        @Nullable String decidedFor,
        @Nullable LocalDate closedOn) {

    /** How it stands. */
    public enum State {
        OPEN,
        JUSTIFIED,
        UNFOUNDED
    }

    /** One fact more; the same for the live view and for a replay. */
    public static ComplaintView apply(@Nullable ComplaintView before, ComplaintEvent event, long position) {
        return switch (event) {
            case ComplaintRaised raised ->
                new ComplaintView(raised, State.OPEN, position, null, null, null, null, null);
            case ComplaintAnswered answered -> {
                ComplaintView known = known(before);
                yield new ComplaintView(
                        known.complaint, known.state, position, answered.answer(), answered.answeredOn(), known.reason,
                        known.decidedFor, known.closedOn);
            }
            case ComplaintClosed closed -> {
                ComplaintView known = known(before);
                yield new ComplaintView(
                        known.complaint, closed.justified() ? State.JUSTIFIED : State.UNFOUNDED, position, known.answer,
                        known.answeredOn, closed.reason(), closed.decidedFor(), closed.closedOn());
            }
        };
    }

    private static ComplaintView known(@Nullable ComplaintView before) {
        return Objects.requireNonNull(before, "something happened to a complaint that was never raised");
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** What schemes see of it. */
    public KnownComplaint known() {
        return new KnownComplaint(complaint.raisedOn(), closedOn);
    }
}
