package ledger.projections.recognition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.LedgerIds;
import ledger.domain.recognition.Award;
import ledger.domain.recognition.Evaluation;
import ledger.domain.recognition.KnownEntry;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.SubjectFacts;
import ledger.domain.recognition.Verdict;
import ledger.projections.LedgerJson;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.volunteer.VolunteerReader;

/** Answers what schemes say of volunteers, and what was conferred on them. */
public final class RecognitionReader {

    private static final String KEPT = "subject_id, scheme_id, scheme_version, status, level, conferrable, minutes, "
            + "next_level, missing_minutes, earliest, evidence_digest, as_of, position";

    private final JdbcTemplate jdbc;
    private final EntryReader entries;
    private final VolunteerReader volunteers;
    private final SchemeShelf shelf;
    private final BirthDates birthDates;
    private final AwardReader awards;

    public RecognitionReader(
            JdbcTemplate jdbc,
            EntryReader entries,
            VolunteerReader volunteers,
            SchemeShelf shelf,
            BirthDates birthDates) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.volunteers = volunteers;
        this.shelf = shelf;
        this.birthDates = birthDates;
        this.awards = new AwardReader(jdbc, shelf);
    }

    /** What every enabled scheme says of a volunteer on a day, from the entries as known at a position. */
    public List<Verdict> verdicts(String volunteerId, LocalDate asOf, long position) {
        return verdicts(volunteerId, asOf, entries.entriesOf(LedgerIds.accountOf(volunteerId), position), position);
    }

    /** The same, from these entries instead of those that are known. */
    public List<Verdict> verdicts(
            String volunteerId, LocalDate asOf, Collection<EntryVersion> told, long position) {
        List<KnownEntry> known = told.stream().map(EntryVersion::known).toList();
        SubjectFacts subject = new SubjectFacts(
                        volunteers.registeredOn(volunteerId).orElse(LocalDate.MIN),
                        Optional.ofNullable(birthDates.of(List.of(volunteerId)).get(volunteerId)))
                .with(awards(volunteerId, position));
        return shelf.inEffect(asOf).stream()
                .map(scheme -> Evaluation.evaluate(scheme, known, subject, asOf))
                .toList();
    }

    /** What the live view keeps, as of the day of the volunteer's last change. */
    public Optional<Eligibility> kept(String volunteerId, String schemeId) {
        return jdbc.query(
                        "SELECT " + KEPT + " FROM views_v1.eligibility WHERE subject_id = ? AND scheme_id = ?",
                        (row, number) -> eligibility(row), volunteerId, schemeId)
                .stream().findFirst();
    }

    private static Eligibility eligibility(ResultSet row) throws SQLException {
        String conferrable = row.getString(6);
        return new Eligibility(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Verdict.Status.valueOf(row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                conferrable == null ? List.of() : List.of(conferrable.split(",")),
                row.getInt(7),
                Optional.ofNullable(row.getString(8)),
                row.getInt(9),
                Optional.ofNullable(row.getObject(10, LocalDate.class)),
                row.getString(11),
                row.getObject(12, LocalDate.class),
                row.getLong(13));
    }

    /** Who reached any level of a scheme, highest minutes first. */
    public List<Eligibility> reached(String schemeId, int limit) {
        return jdbc.query(
                "SELECT " + KEPT + " FROM views_v1.eligibility "
                        + "WHERE scheme_id = ? AND level IS NOT NULL ORDER BY minutes DESC, subject_id LIMIT ?",
                (row, number) -> eligibility(row), schemeId, limit);
    }

    /**
     * Whether the live view was made on the versions of a scheme that are in use; if not it is being made anew, and
     * says nothing of whoever has not changed since.
     */
    public boolean isKept(String schemeId) {
        String basis = jdbc.queryForList(
                        "SELECT basis FROM views_v1.followed WHERE room = ?", String.class, EligibilityProjection.ROOM)
                .stream().findFirst().orElse("");
        return SchemeShelf.part(basis, schemeId).equals(SchemeShelf.part(shelf.basis(), schemeId));
    }

    /** Levels conferred on a volunteer, as known at a position. */
    public List<Award> awards(String volunteerId, long position) {
        return awards.awards(List.of(volunteerId), position).getOrDefault(volunteerId, List.of());
    }

    /** The facts that conferred levels on a volunteer, up to a position. */
    public List<RecognitionConferred> conferredOn(String volunteerId, long position) {
        return jdbc.query(
                "SELECT body FROM views_v1.recognition WHERE volunteer_id = ? AND position <= ? ORDER BY position",
                (row, number) -> LedgerJson.read(row.getString(1), RecognitionConferred.class),
                volunteerId, position);
    }

    /** The facts that conferred levels on any of these volunteers. */
    public List<RecognitionConferred> conferredOn(Collection<String> volunteerIds) {
        return jdbc.query(
                "SELECT body FROM views_v1.recognition WHERE volunteer_id = ANY(?) ORDER BY position",
                (row, number) -> LedgerJson.read(row.getString(1), RecognitionConferred.class),
                (Object) volunteerIds.toArray(String[]::new));
    }

    /** A level that was conferred, by its id. */
    public Optional<RecognitionConferred> find(String recognitionId) {
        return jdbc.query(
                        "SELECT body FROM views_v1.recognition WHERE recognition_id = ?",
                        (row, number) -> LedgerJson.read(row.getString(1), RecognitionConferred.class), recognitionId)
                .stream().findFirst();
    }

    /** What the scheme says of the entries as known when it was conferred: empty where it is not in use now. */
    public Optional<Verdict> evidence(RecognitionConferred conferred) {
        return verdicts(conferred.volunteerId(), conferred.conferredOn(), conferred.position()).stream()
                .filter(verdict -> verdict.schemeId().equals(conferred.schemeId()))
                .findFirst();
    }

    public List<Scheme> schemes(LocalDate day) {
        return shelf.inEffect(day);
    }
}
