package ledger.api.intake;

import ledger.domain.submission.SubmissionRefusal;

/** One record sent alone as JSON. */
public final class SingleRow {

    private SingleRow() {}

    /** @throws RefusedException when it is no JSON object, or one of its fields cannot be read */
    public static Row of(String json) {
        return switch (JsonCells.read(1, json, FeedPart.SERVICE)) {
            case Rows.Reading.Read read -> read.row();
            case Rows.Reading.Unreadable bad -> throw bad.refusal().code() == SubmissionRefusal.ROW_UNREADABLE
                    ? RefusedException.of(DoorRefusal.REQUEST_UNREADABLE, "request")
                    : new RefusedException(bad.refusal());
        };
    }
}
