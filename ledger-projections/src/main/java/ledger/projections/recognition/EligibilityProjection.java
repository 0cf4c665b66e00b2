package ledger.projections.recognition;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.LedgerIds;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.history.FactMetadata;
import ledger.domain.recognition.Award;
import ledger.domain.recognition.Evaluation;
import ledger.domain.recognition.KnownEntry;
import ledger.domain.recognition.RecognitionEvent;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.SubjectFacts;
import ledger.domain.recognition.Verdict;
import ledger.projections.LedgerJson;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;
import ledger.projections.TryLaterException;
import ledger.projections.account.EntryReader;
import ledger.projections.volunteer.VolunteerReader;

/**
 * Keeps what each enabled scheme says of each volunteer after the last change of their entries, as of the day of that
 * change; and what was conferred.
 */
public final class EligibilityProjection implements Projection {

    public static final String ROOM = "recognition";

    private final JdbcTemplate jdbc;
    private final EntryReader entries;
    private final VolunteerReader volunteers;
    private final SchemeShelf shelf;
    private final BirthDates birthDates;
    private final AwardReader awards;
    private final LongPredicate entriesReach;

    /** @param entriesReach waits until entries and volunteers are true up to a position; false when they are not */
    public EligibilityProjection(
            JdbcTemplate jdbc,
            EntryReader entries,
            VolunteerReader volunteers,
            SchemeShelf shelf,
            BirthDates birthDates,
            LongPredicate entriesReach) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.volunteers = volunteers;
        this.shelf = shelf;
        this.birthDates = birthDates;
        this.awards = new AwardReader(jdbc, shelf);
        this.entriesReach = entriesReach;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public List<String> tables() {
        return List.of("eligibility", "recognition");
    }

    @Override
    public String basis() {
        return shelf.basis();
    }

    @Override
    public void restsOnAnotherBasis() {
        shelf.refresh();
    }

    @Override
    public void project(List<RecordedFact> batch) {
        Map<String, RecordedFact> lastChange = new LinkedHashMap<>();
        for (RecordedFact fact : batch) {
            switch (fact.fact()) {
                case HourAccountEvent.ServiceTakenOver taken -> {
                    lastChange.put(taken.accountId(), fact);
                    lastChange.put(taken.fromAccountId(), fact);
                }
                case HourAccountEvent event -> lastChange.put(event.accountId(), fact);
                case RecognitionEvent.RecognitionConferred conferred -> {
                    conferred(fact.position(), conferred);
                    lastChange.put(LedgerIds.accountOf(conferred.volunteerId()), fact);
                }
                case RecognitionEvent.SchemePublished ignored -> shelf.refresh();
                default -> { }
            }
        }
        if (!lastChange.isEmpty()) {
            evaluate(lastChange, batch.getLast().position());
        }
    }

    private void evaluate(Map<String, RecordedFact> lastChange, long position) {
        if (!entriesReach.test(position)) {
            throw new TryLaterException("entries are not yet known up to position " + position);
        }
        List<String> volunteerIds = lastChange.keySet().stream().map(LedgerIds::volunteerOf).toList();
        Map<String, LocalDate> registered = volunteers.registeredOn(volunteerIds);
        Map<String, LocalDate> born = birthDates.of(volunteerIds);
        Map<String, List<Award>> awarded = awards.awards(volunteerIds, position);
        Map<String, List<KnownEntry>> known =
                entries.knownOf(lastChange.keySet(), position, shelf.looksAtRatings());
        Map<LocalDate, List<Scheme>> inEffect = new HashMap<>();
        Map<LocalDate, Set<String>> endedOn = new HashMap<>();
        List<Eligibility> evaluated = new ArrayList<>();
        List<Object[]> ended = new ArrayList<>();
        lastChange.forEach((accountId, fact) -> {
            String volunteerId = LedgerIds.volunteerOf(accountId);
            LocalDate asOf = LocalDate.parse(fact.metadata().get(FactMetadata.RECORDED_ON));
            SubjectFacts subject = new SubjectFacts(
                    registered.getOrDefault(volunteerId, LocalDate.MIN), Optional.ofNullable(born.get(volunteerId)))
                    .with(awarded.getOrDefault(volunteerId, List.of()));
            List<KnownEntry> knownEntries = known.getOrDefault(accountId, List.of());
            endedOn.computeIfAbsent(asOf, shelf::ended).forEach(id -> ended.add(new Object[] {volunteerId, id}));
            for (Scheme scheme : inEffect.computeIfAbsent(asOf, shelf::inEffect)) {
                Verdict verdict = Evaluation.evaluate(scheme, knownEntries, subject, asOf);
                evaluated.add(Eligibility.of(volunteerId, verdict, fact.position()));
            }
        });
        jdbc.batchUpdate("DELETE FROM views_v1.eligibility WHERE subject_id = ? AND scheme_id = ?", ended);
        write(evaluated);
    }

    private void write(Collection<Eligibility> evaluated) {
        jdbc.batchUpdate(
                """
                INSERT INTO views_v1.eligibility
                  (subject_id, scheme_id, scheme_version, status, level, conferrable, minutes, next_level,
                   missing_minutes, earliest, evidence_digest, as_of, position)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (subject_id, scheme_id) DO UPDATE SET scheme_version = excluded.scheme_version,
                  status = excluded.status, level = excluded.level, conferrable = excluded.conferrable,
                  minutes = excluded.minutes, next_level = excluded.next_level,
                  missing_minutes = excluded.missing_minutes, earliest = excluded.earliest,
                  evidence_digest = excluded.evidence_digest, as_of = excluded.as_of, position = excluded.position
                """,
                evaluated,
                500,
                (statement, one) -> {
                    statement.setString(1, one.subjectId());
                    statement.setString(2, one.schemeId());
                    statement.setString(3, one.schemeVersion());
                    statement.setString(4, one.status().name());
                    statement.setString(5, one.level().orElse(null));
                    statement.setString(6, one.conferrable().isEmpty() ? null : String.join(",", one.conferrable()));
                    statement.setInt(7, one.minutes());
                    statement.setString(8, one.next().orElse(null));
                    statement.setInt(9, one.missingMinutes());
                    statement.setObject(10, one.earliest().orElse(null), Types.DATE);
                    statement.setString(11, one.evidenceDigest());
                    statement.setObject(12, one.asOf());
                    statement.setLong(13, one.position());
                });
    }

    private void conferred(long position, RecognitionEvent.RecognitionConferred conferred) {
        jdbc.update(
                "INSERT INTO views_v1.recognition (recognition_id, volunteer_id, position, body) VALUES (?, ?, ?, ?)",
                conferred.recognitionId(), conferred.volunteerId(), position, LedgerJson.write(conferred));
    }
}
