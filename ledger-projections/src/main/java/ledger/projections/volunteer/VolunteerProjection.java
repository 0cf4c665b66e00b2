package ledger.projections.volunteer;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.volunteer.VolunteerEvent;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;

/** Keeps since when each volunteer is enrolled. */
public final class VolunteerProjection implements Projection {

    public static final String ROOM = "volunteer";

    private final JdbcTemplate jdbc;

    public VolunteerProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public void project(List<RecordedFact> batch) {
        List<VolunteerEvent.VolunteerEnrolled> enrolled = batch.stream()
                .filter(fact -> fact.fact() instanceof VolunteerEvent)
                .map(fact -> switch ((VolunteerEvent) fact.fact()) {
                    case VolunteerEvent.VolunteerEnrolled e -> e;
                })
                .toList();
        jdbc.batchUpdate(
                "INSERT INTO views_v1.volunteer (volunteer_id, registered_on, enrolled_by) VALUES (?, ?, ?)",
                enrolled,
                500,
                (statement, e) -> {
                    statement.setString(1, e.volunteerId());
                    statement.setObject(2, e.registeredOn());
                    statement.setString(3, e.enrolledBy());
                });
    }
}
