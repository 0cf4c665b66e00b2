package ledger.projections.replay;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import ledger.domain.LedgerIds;
import ledger.domain.recognition.Evaluation;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Schemes;
import ledger.domain.recognition.SubjectFacts;
import ledger.domain.recognition.Verdict;
import ledger.projections.FactSource;
import ledger.projections.TestViews;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.recognition.BirthDates;
import ledger.projections.recognition.Eligibility;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.recognition.SchemeShelf;
import ledger.projections.volunteer.VolunteerProjection;
import ledger.projections.volunteer.VolunteerReader;

import static org.assertj.core.api.Assertions.assertThat;

/** The view keeps a verdict reduced; the whole of it, as it was when it was reached, is found again by evaluating. */
class KeptVerdictsTest {

    private static final int HISTORIES = 4;
    private static final SchemeShelf ALL = new SchemeShelf(
            Schemes.shipped(), Schemes.shipped().all().stream().map(Scheme::id).collect(Collectors.toSet()));
    private static final BirthDates BORN = ids -> ids.stream()
            .collect(Collectors.toMap(id -> id, id -> LocalDate.of(1970 + Math.floorMod(id.hashCode(), 50), 5, 1)));

    @Test
    void r21_aVerdictIsTheSameLaterAsWhenItWasKept() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            try {
                hold(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("it does not hold for seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static void hold(long seed) {
        RandomHistory history = new RandomHistory(seed);
        TestViews.Session views = TestViews.empty();
        EntryReader entries = new EntryReader(views.jdbc());
        VolunteerReader volunteers = new VolunteerReader(views.jdbc());
        RecognitionReader reader = new RecognitionReader(views.jdbc(), entries, volunteers, ALL, BORN);
        int batch = 1 + new Random(seed).nextInt(30);
        Map<Eligibility, Verdict> reached = new LinkedHashMap<>();
        for (long head = batch; head < history.facts().head() + batch; head += batch) {
            FactSource facts = history.facts().upTo(head);
            views.follow(new VolunteerProjection(views.jdbc()), facts);
            views.follow(new EntryProjection(views.jdbc()), facts);
            views.follow(new EligibilityProjection(
                    views.jdbc(), entries, volunteers, ALL, BORN, position -> true), facts);
            for (Eligibility kept : kept(reader)) {
                reached.computeIfAbsent(kept, one -> explained(reader, one));
            }
        }
        assertThat(reached).isNotEmpty();
        reached.forEach((kept, verdict) -> {
            assertThat(explained(reader, kept)).as("at position %d", kept.position()).isEqualTo(verdict);
            assertThat(Eligibility.of(kept.subjectId(), verdict, kept.position())).isEqualTo(kept);
        });
        assertThat(kept(reader)).as("from the facts alone").isEqualTo(fromTheFacts(history, kept(reader)));
    }

    private static List<Eligibility> kept(RecognitionReader reader) {
        return RandomHistory.ACCOUNTS.stream()
                .map(LedgerIds::volunteerOf)
                .flatMap(volunteer -> ALL.inUse().stream().map(Scheme::id).distinct()
                        .flatMap(scheme -> reader.kept(volunteer, scheme).stream()))
                .toList();
    }

    private static Verdict explained(RecognitionReader reader, Eligibility kept) {
        return reader.verdicts(kept.subjectId(), kept.asOf(), kept.position()).stream()
                .filter(verdict -> verdict.schemeId().equals(kept.schemeId()))
                .findFirst().orElseThrow();
    }

    private static List<Eligibility> fromTheFacts(RandomHistory history, List<Eligibility> kept) {
        return kept.stream().map(row -> {
            Replay replay = Replay.of(history.facts(), new ReplayScope.Everything(), row.position(), at -> { });
            var subject = new SubjectFacts(
                    replay.registeredOn(row.subjectId()),
                    Optional.ofNullable(BORN.of(Set.of(row.subjectId())).get(row.subjectId())));
            Scheme scheme = Schemes.shipped().find(row.schemeId(), row.schemeVersion()).orElseThrow();
            Verdict verdict = Evaluation.evaluate(
                    scheme,
                    replay.entriesOf(row.subjectId()).stream()
                            .map(EntryVersion::known).toList(),
                    subject, row.asOf());
            return Eligibility.of(row.subjectId(), verdict, row.position());
        }).toList();
    }
}
