package ledger.projections.account;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An entry on its way from one organization's records to another's, or that was (F2.4).
 *
 * @param proposedAt position of the fact that proposed it
 * @param noteId where the reason is
 * @param endedOn absent while it is open
 */
public record Transfer(
        String entryId,
        long proposedAt,
        String accountId,
        String fromOrganizationId,
        String toOrganizationId,
        State state,
        LocalDate proposedOn,
        String reasonCode,
        String noteId,
        @Nullable LocalDate consentedOn,
        @Nullable LocalDate endedOn) {

    /** Where it stands. */
    public enum State {
        /** The volunteer has not answered. */
        PROPOSED,
        /** The volunteer consented; the receiving organization has not taken it. */
        CONSENTED,
        DONE,
        CONSENT_REFUSED,
        CONSENT_WITHDRAWN,
        CALLED_OFF,
        NOT_TAKEN
    }
}
