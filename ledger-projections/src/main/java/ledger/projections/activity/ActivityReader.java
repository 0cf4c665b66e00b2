package ledger.projections.activity;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import ledger.domain.activity.ActivityEvent.ActivityPublished;
import ledger.projections.LedgerJson;
import ledger.projections.activity.ActivityView.State;

/** Answers which activities were announced. */
public final class ActivityReader {

    private static final RowMapper<ActivityView> VIEW = (row, number) -> new ActivityView(
            LedgerJson.MAPPER.readValue(row.getString("body"), ActivityPublished.class),
            State.valueOf(row.getString("state")));

    private final JdbcTemplate jdbc;

    public ActivityReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of an organization's activities by code, after a code. */
    public List<ActivityView> of(String organizerId, String afterCode, int limit) {
        return jdbc.query(
                "SELECT * FROM views_v1.activity WHERE organizer_id = ? AND code > ? ORDER BY code LIMIT ?",
                VIEW, organizerId, afterCode, limit);
    }

    public Optional<ActivityView> find(String activityId) {
        return jdbc.query("SELECT * FROM views_v1.activity WHERE activity_id = ?", VIEW, activityId)
                .stream().findFirst();
    }
}
