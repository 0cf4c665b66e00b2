package ledger.projections.activity;

import ledger.domain.activity.ActivityEvent.ActivityPublished;

/** An activity as it was published, and where it stands. */
public record ActivityView(ActivityPublished activity, State state) {

    /** Where an activity stands. */
    public enum State {
        PUBLISHED,
        CANCELLED,
        CLOSED
    }
}
