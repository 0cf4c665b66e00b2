package ledger.domain.account;

import org.jspecify.annotations.Nullable;

/**
 * What an entry carries beside what it says.
 *
 * @param rating the newest one (R19)
 * @param conflict absent unless a merge of numbers made it wait
 * @param transfer absent unless a transfer to another organization is open
 */
public record EntryMarks(
        @Nullable Rating rating, @Nullable MergeConflict conflict, @Nullable OpenTransfer transfer) {

    static final EntryMarks NONE = new EntryMarks(null, null, null);

    /** An entry that a merge made wait, and what it was before: what it is again if nobody decided and it is undone. */
    public record MergeConflict(String mergeId, EntryState state, EntryState stateBefore) {}

    /** @param consented whether the volunteer has said yes */
    public record OpenTransfer(String toOrganizationId, boolean consented) {}

    EntryMarks rated(Rating newest) {
        return new EntryMarks(newest, conflict, transfer);
    }

    EntryMarks inConflict(@Nullable MergeConflict now) {
        return new EntryMarks(rating, now, transfer);
    }

    EntryMarks moving(@Nullable OpenTransfer now) {
        return new EntryMarks(rating, conflict, now);
    }
}
