package ledger.projections.volunteer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.volunteer.VolunteerEvent;
import ledger.domain.volunteer.VolunteerEvent.ConsentRecorded;
import ledger.domain.volunteer.VolunteerEvent.QualificationRecorded;
import ledger.domain.volunteer.VolunteerEvent.VolunteerEnrolled;
import ledger.projections.LedgerJson;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;

/** Keeps since when each volunteer is enrolled, what consents and qualifications are kept, and who is frozen. */
public final class VolunteerProjection implements Projection {

    public static final String ROOM = "volunteer";

    private static final int BATCH = 500;

    private record Paper(String id, String volunteerId, String recordedBy, boolean consent, String body) {}

    private final JdbcTemplate jdbc;

    public VolunteerProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public List<String> tables() {
        return List.of("volunteer", "paper", "registration");
    }

    @Override
    public void project(List<RecordedFact> batch) {
        List<VolunteerEvent> facts = only(VolunteerEvent.class, batch.stream().map(RecordedFact::fact).toList());
        enrol(only(VolunteerEnrolled.class, facts));
        register(batch.stream().filter(fact -> fact.fact() instanceof VolunteerEnrolled).toList());
        keep(facts.stream().flatMap(fact -> paper(fact).stream()).toList());
        facts.forEach(this::write);
        batch.forEach(this::keepRegistration);
    }

    private static <E> List<E> only(Class<E> kind, List<?> facts) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void enrol(List<VolunteerEnrolled> enrolled) {
        jdbc.batchUpdate(
                "INSERT INTO views_v1.volunteer (volunteer_id, registered_on, enrolled_by) VALUES (?, ?, ?)",
                enrolled, BATCH, (statement, e) -> {
                    statement.setString(1, e.volunteerId());
                    statement.setObject(2, e.registeredOn());
                    statement.setString(3, e.enrolledBy());
                });
    }

    private void register(List<RecordedFact> enrolled) {
        jdbc.batchUpdate(
                "INSERT INTO views_v1.registration (volunteer_id, known_from, registered_on) VALUES (?, ?, ?)",
                enrolled, BATCH, (statement, fact) -> {
                    VolunteerEnrolled e = (VolunteerEnrolled) fact.fact();
                    statement.setString(1, e.volunteerId());
                    statement.setLong(2, fact.position());
                    statement.setObject(3, e.registeredOn());
                });
    }

    /** What is registered from this fact on: nothing where the number goes on in another one (R5). */
    private void keepRegistration(RecordedFact fact) {
        switch (fact.fact()) {
            case VolunteerEvent.VolunteerWithdrawn e -> {
                end(e.volunteerId(), fact.position());
                begin(e.volunteerId(), fact.position());
            }
            case VolunteerEvent.VolunteersMerged e -> end(e.volunteerId(), fact.position());
            case VolunteerEvent.VolunteersUnmerged e -> begin(e.volunteerId(), fact.position());
            default -> { }
        }
    }

    private void end(String volunteerId, long position) {
        jdbc.update(
                "UPDATE views_v1.registration SET known_to = ? WHERE volunteer_id = ? AND known_to IS NULL",
                position, volunteerId);
    }

    private void begin(String volunteerId, long position) {
        jdbc.update(
                """
                INSERT INTO views_v1.registration (volunteer_id, known_from, registered_on, withdrawn_on)
                SELECT volunteer_id, ?, registered_on, withdrawn_on FROM views_v1.volunteer
                WHERE volunteer_id = ? AND NOT EXISTS (SELECT FROM views_v1.registration known
                  WHERE known.volunteer_id = volunteer.volunteer_id AND known.known_to IS NULL)
                """,
                position, volunteerId);
    }

    private static Optional<Paper> paper(VolunteerEvent fact) {
        return Optional.ofNullable(switch (fact) {
            case ConsentRecorded e -> new Paper(
                    e.consentId(), e.volunteerId(), e.recordedBy(), true, LedgerJson.write(e));
            case QualificationRecorded e -> new Paper(
                    e.qualificationId(), e.volunteerId(), e.recordedBy(), false, LedgerJson.write(e));
            default -> null;
        });
    }

    private void keep(List<Paper> papers) {
        jdbc.batchUpdate(
                """
                INSERT INTO views_v1.paper (paper_id, volunteer_id, recorded_by, consent, body) VALUES (?, ?, ?, ?, ?)
                """,
                papers, BATCH, (statement, paper) -> {
                    statement.setString(1, paper.id());
                    statement.setString(2, paper.volunteerId());
                    statement.setString(3, paper.recordedBy());
                    statement.setBoolean(4, paper.consent());
                    statement.setString(5, paper.body());
                });
    }

    private void write(VolunteerEvent event) {
        switch (event) {
            case VolunteerEvent.ConsentWithdrawn e -> withdraw(e.consentId(), e.withdrawnOn());
            case VolunteerEvent.QualificationWithdrawn e -> withdraw(e.qualificationId(), e.withdrawnOn());
            case VolunteerEvent.VolunteerFrozen e -> jdbc.update(
                    """
                    UPDATE views_v1.volunteer SET frozen_on = ?, frozen_until = ?, frozen_reason = ?
                    WHERE volunteer_id = ?
                    """,
                    e.frozenOn(), e.until(), e.reasonCode(), e.volunteerId());
            case VolunteerEvent.VolunteerUnfrozen e -> jdbc.update(
                    """
                    UPDATE views_v1.volunteer SET frozen_on = NULL, frozen_until = NULL, frozen_reason = NULL
                    WHERE volunteer_id = ?
                    """,
                    e.volunteerId());
            case VolunteerEvent.VolunteerWithdrawn e -> jdbc.update(
                    "UPDATE views_v1.volunteer SET withdrawn_on = ? WHERE volunteer_id = ?",
                    e.withdrawnOn(), e.volunteerId());
            case VolunteerEvent.VolunteersMerged e -> mergedInto(e.volunteerId(), e.intoVolunteerId());
            case VolunteerEvent.VolunteersUnmerged e -> mergedInto(e.volunteerId(), null);
            case VolunteerEnrolled ignored -> { }
            case ConsentRecorded ignored -> { }
            case QualificationRecorded ignored -> { }
        }
    }

    private void mergedInto(String volunteerId, @Nullable String survivorId) {
        jdbc.update("UPDATE views_v1.volunteer SET merged_into = ? WHERE volunteer_id = ?", survivorId, volunteerId);
    }

    private void withdraw(String paperId, LocalDate day) {
        jdbc.update("UPDATE views_v1.paper SET withdrawn_on = ? WHERE paper_id = ?", day, paperId);
    }
}
