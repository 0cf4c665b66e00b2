package ledger.projections.account;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a volunteer says against an entry of theirs, from when it was said until it was answered.
 *
 * @param raisedAt position of the fact
 * @param noteId where the words are
 * @param answeredAt position of the answer; absent while it is open
 * @param outcome plain name of the fact that answered it; absent while it is open
 */
public record Objection(
        String entryId,
        long raisedAt,
        Kind kind,
        LocalDate raisedOn,
        String noteId,
        @Nullable Long answeredAt,
        @Nullable String outcome) {

    /** When it is said: during public notice, which stops, or at any other time. */
    public enum Kind {
        IN_NOTICE,
        ERROR_REPORT
    }
}
