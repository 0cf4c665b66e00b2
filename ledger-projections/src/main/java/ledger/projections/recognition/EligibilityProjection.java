package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.LedgerIds;
import ledger.domain.account.AccountMergeEvent;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.history.FactMetadata;
import ledger.domain.recognition.ComplaintEvent;
import ledger.domain.recognition.Evaluation;
import ledger.domain.recognition.FalseHoursEvent;
import ledger.domain.recognition.HonourEvent;
import ledger.domain.recognition.RecognitionEvent;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Verdict;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;
import ledger.projections.TryLaterException;
import ledger.projections.account.EntryReader;
import ledger.projections.volunteer.VolunteerReader;

/**
 * Keeps what each scheme in use says of each volunteer, team and organization after the last change of their entries,
 * as of the day of that change; and how each recognition stands.
 */
public final class EligibilityProjection implements Projection {

    public static final String ROOM = "recognition";

    /** Changed whenever rows would be made in another way, so that those made before are made anew. */
    private static final String ROWS = "rows 4\n";

    private final JdbcTemplate jdbc;
    private final EntryReader entries;
    private final SchemeShelf shelf;
    private final Subjects subjects;
    private final AwardReader awards;
    private final RecognitionRows rows;
    private final LongPredicate entriesReach;

    /** @param entriesReach waits until entries, volunteers and organizations are true up to a position, or says no */
    public EligibilityProjection(
            JdbcTemplate jdbc,
            EntryReader entries,
            VolunteerReader volunteers,
            SchemeShelf shelf,
            BirthDates birthDates,
            LongPredicate entriesReach) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.shelf = shelf;
        this.subjects = new Subjects(jdbc, entries, volunteers, shelf, birthDates);
        this.awards = subjects.awards();
        this.rows = new RecognitionRows(jdbc);
        this.entriesReach = entriesReach;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public List<String> tables() {
        return List.of("eligibility", "recognition", "one_subject", "false_hours", "honour", "complaint");
    }

    @Override
    public String basis() {
        return ROWS + shelf.basis();
    }

    @Override
    public void restsOnAnotherBasis() {
        shelf.refresh();
    }

    @Override
    public void project(List<RecordedFact> batch) {
        Map<String, RecordedFact> lastChange = new LinkedHashMap<>();
        Map<String, RecordedFact> entriesChanged = new LinkedHashMap<>();
        for (RecordedFact fact : batch) {
            switch (fact.fact()) {
                case HourAccountEvent event -> {
                    if (event instanceof HourAccountEvent.ServiceTakenOver taken) {
                        lastChange.put(LedgerIds.volunteerOf(taken.fromAccountId()), fact);
                    }
                    lastChange.put(LedgerIds.volunteerOf(event.accountId()), fact);
                    entriesChanged.put(event.entryId(), fact);
                }
                case RecognitionEvent.OfSubject event -> {
                    rows.add(event, fact.position());
                    changed(event.subjectId(), fact, lastChange);
                }
                case FalseHoursEvent event -> {
                    rows.add(event, fact.position());
                    changed(event.subjectId(), fact, lastChange);
                }
                case HonourEvent event -> {
                    rows.add(event, fact.position());
                    changed(event.volunteerId(), fact, lastChange);
                }
                case ComplaintEvent event -> {
                    rows.add(event, fact.position());
                    changed(event.subjectId(), fact, lastChange);
                }
                case AccountMergeEvent event ->
                    rows.add(event, fact.position()).forEach(id -> lastChange.put(id, fact));
                case RecognitionEvent.SchemePublished ignored -> shelf.refresh();
                default -> { }
            }
        }
        if (!lastChange.isEmpty()) {
            evaluate(lastChange, entriesChanged, batch.getLast().position());
        }
    }

    /** For whoever holds now what is the subject's, too (R5). */
    private void changed(String subjectId, RecordedFact fact, Map<String, RecordedFact> lastChange) {
        lastChange.put(subjectId, fact);
        awards.heldBy(subjectId, fact.position()).ifPresent(now -> lastChange.put(now, fact));
    }

    private void evaluate(
            Map<String, RecordedFact> lastChange, Map<String, RecordedFact> entriesChanged, long position) {
        if (!entriesReach.test(position)) {
            throw new TryLaterException("entries are not yet known up to position " + position);
        }
        Map<String, RecordedFact> people = new LinkedHashMap<>();
        Map<String, RecordedFact> bodies = new LinkedHashMap<>();
        lastChange.forEach((id, fact) -> (Subjects.isVolunteer(id) ? people : bodies).put(id, fact));
        if (shelf.isForOrganizations()) {
            entries.recorders(entriesChanged.keySet()).forEach((organization, entryIds) -> entryIds.stream()
                    .map(entriesChanged::get)
                    .forEach(fact -> bodies.merge(organization, fact, EligibilityProjection::later)));
        }
        Evaluating evaluating = new Evaluating();
        evaluating.all(people, subjects.volunteers(people.keySet(), position));
        if (!bodies.isEmpty()) {
            evaluating.all(bodies, subjects.organizations(bodies.keySet(), position));
        }
        jdbc.batchUpdate(
                "DELETE FROM views_v1.eligibility WHERE subject_id = ? AND scheme_id = ?", evaluating.ended);
        write(evaluating.evaluated);
    }

    private static RecordedFact later(RecordedFact one, RecordedFact other) {
        return one.position() > other.position() ? one : other;
    }

    /** Every scheme in effect, over one subject after the other. */
    private final class Evaluating {

        private final List<Eligibility> evaluated = new ArrayList<>();
        private final List<Object[]> ended = new ArrayList<>();
        private final Map<LocalDate, List<Scheme>> inEffect = new HashMap<>();
        private final Map<LocalDate, Set<String>> endedOn = new HashMap<>();

        void all(Map<String, RecordedFact> changes, Map<String, Subjects.Known> known) {
            changes.forEach((id, fact) ->
                    Optional.ofNullable(known.get(id)).ifPresent(subject -> one(id, fact, subject)));
        }

        private void one(String id, RecordedFact fact, Subjects.Known subject) {
            LocalDate asOf = LocalDate.parse(fact.metadata().get(FactMetadata.RECORDED_ON));
            endedOn.computeIfAbsent(asOf, shelf::ended).forEach(scheme -> ended.add(new Object[] {id, scheme}));
            for (Scheme scheme : inEffect.computeIfAbsent(asOf, shelf::allInEffect)) {
                if (scheme.isFor(subject.facts().kind())) {
                    Verdict verdict = Evaluation.evaluate(scheme, subject.entries(), subject.facts(), asOf);
                    evaluated.add(Eligibility.of(id, verdict, fact.position()));
                }
            }
        }
    }

    /** All by one statement; of each subject and scheme there is one. */
    private void write(Collection<Eligibility> evaluated) {
        if (evaluated.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                INSERT INTO views_v1.eligibility
                  (subject_id, scheme_id, scheme_version, status, level, conferrable, minutes, next_level,
                   missing_minutes, earliest, evidence_digest, as_of, position)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[],
                  ?::int[], ?::date[], ?::text[], ?::date[], ?::bigint[])
                ON CONFLICT (subject_id, scheme_id) DO UPDATE SET scheme_version = excluded.scheme_version,
                  status = excluded.status, level = excluded.level, conferrable = excluded.conferrable,
                  minutes = excluded.minutes, next_level = excluded.next_level,
                  missing_minutes = excluded.missing_minutes, earliest = excluded.earliest,
                  evidence_digest = excluded.evidence_digest, as_of = excluded.as_of, position = excluded.position
                """,
                texts(evaluated, Eligibility::subjectId),
                texts(evaluated, Eligibility::schemeId),
                texts(evaluated, Eligibility::schemeVersion),
                texts(evaluated, one -> one.status().name()),
                texts(evaluated, one -> one.level().orElse(null)),
                texts(evaluated, one -> one.conferrable().isEmpty() ? null : String.join(",", one.conferrable())),
                evaluated.stream().map(Eligibility::minutes).toArray(Integer[]::new),
                texts(evaluated, one -> one.next().orElse(null)),
                evaluated.stream().map(Eligibility::missingMinutes).toArray(Integer[]::new),
                texts(evaluated, one -> one.earliest().map(LocalDate::toString).orElse(null)),
                texts(evaluated, Eligibility::evidenceDigest),
                texts(evaluated, one -> one.asOf().toString()),
                evaluated.stream().map(Eligibility::position).toArray(Long[]::new));
    }

    private static String[] texts(Collection<Eligibility> evaluated, Function<Eligibility, @Nullable String> column) {
        return evaluated.stream().map(column).toArray(String[]::new);
    }
}
