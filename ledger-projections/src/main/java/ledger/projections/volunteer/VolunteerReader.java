package ledger.projections.volunteer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.volunteer.VolunteerEvent;
import ledger.domain.volunteer.VolunteerEvent.ConsentRecorded;
import ledger.domain.volunteer.VolunteerEvent.QualificationRecorded;
import ledger.projections.LedgerJson;

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

    public Optional<VolunteerView> find(String volunteerId) {
        return jdbc.query(
                        "SELECT * FROM views_v1.volunteer WHERE volunteer_id = ?",
                        (row, number) -> new VolunteerView(
                                row.getString("volunteer_id"),
                                row.getObject("registered_on", LocalDate.class),
                                row.getString("enrolled_by"),
                                row.getObject("frozen_on", LocalDate.class),
                                row.getObject("frozen_until", LocalDate.class),
                                row.getString("frozen_reason"),
                                row.getObject("withdrawn_on", LocalDate.class),
                                row.getString("merged_into")),
                        volunteerId)
                .stream().findFirst();
    }

    public List<PaperView<ConsentRecorded>> consents(String volunteerId) {
        return papers(volunteerId, true, ConsentRecorded.class);
    }

    public List<PaperView<QualificationRecorded>> qualifications(String volunteerId) {
        return papers(volunteerId, false, QualificationRecorded.class);
    }

    private <E extends VolunteerEvent> List<PaperView<E>> papers(String volunteerId, boolean consent, Class<E> kind) {
        return jdbc.query(
                "SELECT * FROM views_v1.paper WHERE volunteer_id = ? AND consent = ? ORDER BY paper_id",
                (row, number) -> new PaperView<>(
                        LedgerJson.MAPPER.readValue(row.getString("body"), kind),
                        row.getObject("withdrawn_on", LocalDate.class)),
                volunteerId, consent);
    }

    public List<String> all() {
        return jdbc.queryForList("SELECT volunteer_id FROM views_v1.volunteer ORDER BY volunteer_id", String.class);
    }
}
