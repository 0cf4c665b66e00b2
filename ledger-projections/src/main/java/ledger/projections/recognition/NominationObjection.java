package ledger.projections.recognition;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.AnnexNote;

/**
 * What somebody says against a nomination, and what became of it.
 *
 * @param objection the words, in the annex
 * @param raisedBy the person, as facts name actors
 * @param answer what the organization has to say that nominated; absent while it has said nothing
 * @param reason why it was decided so; absent while it is open
 */
public record NominationObjection(
        String objectionId,
        AnnexNote objection,
        String raisedBy,
        LocalDate raisedOn,
        State state,
        @Nullable AnnexNote answer,
        @Nullable LocalDate answeredOn,
        @Nullable AnnexNote reason,
        @Nullable LocalDate decidedOn) {

    /** How it stands. */
    public enum State {
        OPEN,
        UPHELD,
        DISMISSED,
        /** The nomination was over before it was decided. */
        OVER
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    NominationObjection answered(AnnexNote words, LocalDate on) {
        return new NominationObjection(
                objectionId, objection, raisedBy, raisedOn, state, words, on, reason, decidedOn);
    }

    NominationObjection decided(State next, @Nullable AnnexNote why, LocalDate on) {
        return new NominationObjection(
                objectionId, objection, raisedBy, raisedOn, next, answer, answeredOn, why, on);
    }
}
