package ledger.projections.recognition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import ledger.domain.recognition.Award;
import ledger.domain.recognition.Evaluation;
import ledger.domain.recognition.FalseHours;
import ledger.domain.recognition.KnownEntry;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.SubjectFacts;
import ledger.domain.recognition.Verdict;
import ledger.domain.recognition.Verdict.Counted;
import ledger.projections.LedgerJson;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.volunteer.VolunteerReader;

/** Answers what schemes say of volunteers, and what was conferred on them. */
public final class RecognitionReader {

    private static final String KEPT = "subject_id, scheme_id, scheme_version, status, level, conferrable, minutes, "
            + "next_level, missing_minutes, earliest, evidence_digest, as_of, position";

    private static final RowMapper<RecognitionView> VIEW =
            (row, number) -> LedgerJson.read(row.getString(1), RecognitionView.class);

    private final JdbcTemplate jdbc;
    private final EntryReader entries;
    private final SchemeShelf shelf;
    private final Subjects subjects;
    private final AwardReader awards;

    public RecognitionReader(
            JdbcTemplate jdbc,
            EntryReader entries,
            VolunteerReader volunteers,
            SchemeShelf shelf,
            BirthDates birthDates) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.shelf = shelf;
        this.subjects = new Subjects(jdbc, entries, volunteers, shelf, birthDates);
        this.awards = subjects.awards();
    }

    /** What every enabled scheme says of a volunteer, team or organization on a day, as known at a position. */
    public List<Verdict> verdicts(String subjectId, LocalDate asOf, long position) {
        return subjects.find(subjectId, position)
                .map(known -> evaluate(known.facts(), known.entries(), asOf))
                .orElse(List.of());
    }

    /** The same of a volunteer, from these entries instead of those that are known. */
    public List<Verdict> verdicts(
            String volunteerId, LocalDate asOf, Collection<EntryVersion> told, long position) {
        return evaluate(facts(volunteerId, position), told.stream().map(EntryVersion::known).toList(), asOf);
    }

    private List<Verdict> evaluate(SubjectFacts subject, List<KnownEntry> known, LocalDate asOf) {
        return shelf.inEffect(asOf, subject.kind()).stream()
                .map(scheme -> Evaluation.evaluate(scheme, known, subject, asOf))
                .toList();
    }

    /**
     * The evidence on which a level was conferred, evaluated again by the version and as known then.
     *
     * @return empty where that version is at hand no more
     */
    public Optional<Verdict> evidence(RecognitionConferred conferred) {
        return shelf.schemes().find(conferred.schemeId(), conferred.schemeVersion())
                .flatMap(scheme -> subjects.find(conferred.subjectId(), conferred.position())
                        .map(known -> Evaluation.evaluate(scheme, known.entries(), known.facts(), conferred.asOf())));
    }

    /** Whether the version of a level that was conferred asks for honours or complaints, or is at hand no more. */
    public boolean looksAtRecords(RecognitionConferred conferred) {
        return shelf.schemes().find(conferred.schemeId(), conferred.schemeVersion())
                .map(Scheme::looksAtRecords)
                .orElse(true);
    }

    /**
     * What holds and rests on an entry: of its volunteer, and of whoever recorded it. Where the evidence can be told no
     * more, it is taken to rest on it, and a person looks (R24).
     *
     * @param changedAt position at which the entry changes; what was conferred later saw the change
     */
    public Collection<RecognitionView> restingOn(String volunteerId, String entryId, long changedAt) {
        Set<String> holders = new LinkedHashSet<>(List.of(volunteerId));
        holders.addAll(entries.recorders(List.of(entryId)).keySet());
        Map<String, RecognitionView> found = new LinkedHashMap<>();
        for (String holder : holders) {
            recognitions(holder, EntryReader.NOW).stream()
                    .filter(view -> view.state().holds())
                    .filter(view -> restsOn(Objects.requireNonNull(view.conferred()), entryId, changedAt))
                    .forEach(view -> found.put(view.recognitionId(), view));
        }
        return found.values();
    }

    private boolean restsOn(RecognitionConferred conferred, String entryId, long changedAt) {
        return conferred.position() < changedAt
                && evidence(conferred)
                        .map(verdict -> verdict.counted().stream().map(Counted::entryId).anyMatch(entryId::equals))
                        .orElse(true);
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

    /** All that schemes look at of a volunteer beside entries, as known at a position. */
    public SubjectFacts facts(String volunteerId, long position) {
        return Objects.requireNonNull(subjects.facts(List.of(volunteerId), position).get(volunteerId));
    }

    /** What holds for a subject, as schemes look at it and as known at a position. */
    public List<Award> awards(String subjectId, long position) {
        return awards.awards(List.of(subjectId), position).getOrDefault(subjectId, List.of());
    }

    /** Which of these subjects hold anything now. */
    public Set<String> holding(Collection<String> subjectIds) {
        return awards.awards(subjectIds, EntryReader.NOW).keySet();
    }

    /** All recognitions of a subject, those of numbers that became one with it among them, as known at a position. */
    public List<RecognitionView> recognitions(String subjectId, long position) {
        return awards.all(List.of(subjectId), position).getOrDefault(subjectId, List.of());
    }

    /** What was conferred on a subject and holds, as known at a position. */
    public List<RecognitionConferred> conferredOn(String subjectId, long position) {
        return recognitions(subjectId, position).stream()
                .filter(view -> view.state().holds())
                .map(view -> Objects.requireNonNull(view.conferred()))
                .toList();
    }

    public Optional<RecognitionView> find(String recognitionId) {
        return jdbc.query(
                        "SELECT body FROM views_v1.recognition WHERE recognition_id = ? AND known_to IS NULL",
                        VIEW, recognitionId)
                .stream().findFirst();
    }

    /** Those that stand so, the longest waiting first. */
    public List<RecognitionView> standing(RecognitionView.State state, int limit) {
        return jdbc.query(
                """
                SELECT body FROM views_v1.recognition WHERE state = ? AND known_to IS NULL
                ORDER BY known_from LIMIT ?
                """,
                VIEW, state.name(), limit);
    }

    /** Hours found to be false, as schemes look at them and as known at a position (R25). */
    public List<FalseHours> falseHours(String subjectId, long position) {
        return awards.falseHours(List.of(subjectId), position).getOrDefault(subjectId, List.of());
    }

    /** Reports of false hours that stand so, the longest waiting first. */
    public List<FalseHoursView> reports(FalseHoursView.State state, int limit) {
        return jdbc.query(
                """
                SELECT body FROM views_v1.false_hours WHERE state = ? AND known_to IS NULL ORDER BY known_from LIMIT ?
                """,
                (row, number) -> LedgerJson.read(row.getString(1), FalseHoursView.class), state.name(), limit);
    }

    /** The facts that conferred levels on any of these subjects, whether they hold still or not. */
    public List<RecognitionConferred> conferredOn(Collection<String> subjectIds) {
        return awards.all(subjectIds, EntryReader.NOW).values().stream()
                .flatMap(List::stream)
                .map(RecognitionView::conferred)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    public List<Scheme> schemes(LocalDate day) {
        return shelf.inEffect(day);
    }
}
