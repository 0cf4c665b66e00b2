package ledger.projections.activity;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.activity.ActivityEvent;
import ledger.projections.LedgerJson;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;
import ledger.projections.activity.ActivityView.State;

/** Keeps the activities that were announced. */
public final class ActivityProjection implements Projection {

    public static final String ROOM = "activity";

    private final JdbcTemplate jdbc;

    public ActivityProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public List<String> tables() {
        return List.of("activity");
    }

    @Override
    public void project(List<RecordedFact> batch) {
        for (RecordedFact fact : batch) {
            if (fact.fact() instanceof ActivityEvent event) {
                write(event);
            }
        }
    }

    private void write(ActivityEvent event) {
        switch (event) {
            case ActivityEvent.ActivityPublished e -> jdbc.update(
                    """
                    INSERT INTO views_v1.activity (activity_id, organizer_id, code, first_day, state, body)
                    VALUES (?, ?, ?, ?, 'PUBLISHED', ?)
                    """,
                    e.activityId(), e.organizerId(), e.code(), e.from(), LedgerJson.write(e));
            case ActivityEvent.ActivityCancelled e -> set(e.activityId(), State.CANCELLED);
            case ActivityEvent.ActivityClosed e -> set(e.activityId(), State.CLOSED);
        }
    }

    private void set(String activityId, State state) {
        jdbc.update("UPDATE views_v1.activity SET state = ? WHERE activity_id = ?", state.name(), activityId);
    }
}
