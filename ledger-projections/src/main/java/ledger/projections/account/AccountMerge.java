package ledger.projections.account;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Two numbers of one person that were made one (R5), by their accounts.
 *
 * @param noteId where the reason is
 * @param officerId the organization in whose name it was decided
 * @param entries how many came by it; absent before they did
 * @param position of its last step
 */
public record AccountMerge(
        String mergeId,
        String fromAccountId,
        String intoAccountId,
        State state,
        LocalDate decidedOn,
        String reasonCode,
        String noteId,
        String officerId,
        @Nullable Integer entries,
        long position) {

    /** How far it has come. */
    public enum State {
        /** It is decided. */
        AGREED,
        /** One account is closed, its entries have not arrived yet. */
        CLOSED,
        MERGED,
        CALLED_OFF,
        /** It was wrong; the entries have left and not arrived yet. */
        GIVEN_BACK,
        UNDONE
    }
}
