package ledger.projections.volunteer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

/** Answers who is enrolled, by opaque id. */
public final class VolunteerReader {

    private final JdbcTemplate jdbc;

    public VolunteerReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<LocalDate> registeredOn(String volunteerId) {
        return Optional.ofNullable(registeredOn(List.of(volunteerId)).get(volunteerId));
    }

    public Map<String, LocalDate> registeredOn(Collection<String> volunteerIds) {
        Map<String, LocalDate> found = new HashMap<>();
        jdbc.query(
                "SELECT volunteer_id, registered_on FROM views_v1.volunteer WHERE volunteer_id = ANY(?)",
                row -> {
                    found.put(row.getString(1), row.getObject(2, LocalDate.class));
                },
                (Object) volunteerIds.toArray(String[]::new));
        return found;
    }

    public List<String> all() {
        return jdbc.queryForList("SELECT volunteer_id FROM views_v1.volunteer ORDER BY volunteer_id", String.class);
    }
}
