package ledger.projections.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ledger.domain.recognition.Evaluation;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Schemes;
import ledger.domain.recognition.SubjectFacts;
import ledger.domain.recognition.Verdict;
import ledger.projections.Facts;
import ledger.projections.TestViews;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.recognition.BirthDates;
import ledger.projections.recognition.Eligibility;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.recognition.SchemeShelf;
import ledger.projections.recognition.SchemeSimulation;
import ledger.projections.recognition.SchemeSimulation.Outcome;
import ledger.projections.recognition.SchemeSimulation.Terms;
import ledger.projections.recognition.SimulatedChange;
import ledger.projections.recognition.SimulatedChange.Cause;
import ledger.projections.recognition.SimulatedChange.Effect;
import ledger.projections.volunteer.VolunteerProjection;
import ledger.projections.volunteer.VolunteerReader;

import static org.assertj.core.api.Assertions.assertThat;

/** A draft asked of everybody says what the one evaluation says, and what the live view says once it is in use. */
class SchemeSimulationTest {

    private static final int HISTORIES = 8;
    private static final LocalDate DAY = Facts.RECORDED_ON;

    private static final String TEXT = """
            id: sim-star
            version: "%s"
            effectiveFrom: %s
            title: {zh: 模拟, en: Simulated}
            confidence: invented
            source: test
            window: {kind: lifetime}
            grades: %s
            bands:
              - levels:
                  - {id: one, hours: %d, title: {zh: 一, en: One}}
                  - {id: two, hours: %d, title: {zh: 二, en: Two}}
            """;

    private static final String NOW = TEXT.formatted("1", "2020-01-01", "ALL", 5, 20);
    private static final String LOWER = TEXT.formatted("2", "2026-01-01", "ALL", 2, 8);
    private static final String FEWER_GRADES = TEXT.formatted("2", "2026-01-01", "[SYSTEM_TIMED, CODE]", 2, 8);

    private TestViews.Pooled views = TestViews.pooled();

    @Test
    void aDraftSaysWhatTheOneEvaluationSaysAndTheLiveViewOnceItIsInUse() {
        int changes = 0;
        for (long seed = 1; seed <= HISTORIES; seed++) {
            for (String text : List.of(LOWER, FEWER_GRADES)) {
                changes += law(new RandomHistory(seed).facts(), text);
            }
        }
        assertThat(changes).as("changes looked at").isGreaterThan(HISTORIES);
    }

    private int law(Facts facts, String text) {
        TestViews.empty();
        TestViews.toTheHead(views.follower(new VolunteerProjection(views.jdbc()), facts));
        TestViews.toTheHead(views.follower(new EntryProjection(views.jdbc()), facts));
        Schemes schemes = Schemes.with(Map.of("now.yaml", NOW, "draft.yaml", text));
        Scheme draft = schemes.find("sim-star", "2").orElseThrow();
        Scheme against = schemes.find("sim-star", "1").orElseThrow();
        List<SimulatedChange> told = new ArrayList<>();
        Outcome outcome = simulation(schemes).run(
                new Terms(draft, against, DAY, facts.head()), (page, done) -> told.addAll(page));

        Replay replay = Replay.of(facts, new ReplayScope.Everything(), facts.head(), position -> { });
        Map<String, Integer> levels = new TreeMap<>();
        List<SimulatedChange> expected = new ArrayList<>();
        for (String id : replay.volunteerIds()) {
            Verdict before = evaluate(against, replay, id);
            Verdict after = evaluate(draft, replay, id);
            levels.merge(after.highest().orElse(""), 1, Integer::sum);
            told.stream().filter(one -> one.subject().equals(id)).forEach(change -> {
                assertThat(change.after().level()).isEqualTo(after.highest().orElse(null));
                assertThat(change.after().minutes()).isEqualTo(after.minutes());
                assertThat(level(change.before())).isEqualTo(before.highest());
                assertThat(change.effect()).isEqualTo(
                        after.reached().size() > before.reached().size() ? Effect.GAINS : Effect.LOSES);
                isExplained(change, before, after);
                expected.add(change);
            });
            assertThat(told.stream().anyMatch(one -> one.subject().equals(id)))
                    .isEqualTo(!before.highest().equals(after.highest()));
        }
        assertThat(told).isEqualTo(expected);
        assertThat(outcome.levelsAfter()).isEqualTo(levels);
        assertThat(outcome.subjects()).isEqualTo(replay.volunteerIds().size());
        assertThat(outcome.gain() + outcome.lose() + outcome.other()).isEqualTo(told.size());
        isWhatTheLiveViewSays(facts, schemes, outcome);
        return told.size();
    }

    private static Optional<String> level(SimulatedChange.@Nullable Side side) {
        return Optional.ofNullable(side).map(SimulatedChange.Side::level);
    }

    /** What counts no more and what counts now make up the difference. */
    private static void isExplained(SimulatedChange change, Verdict before, Verdict after) {
        long gained = change.why().stream().filter(why -> why.cause() == Cause.COUNTS_NOW)
                .mapToLong(SimulatedChange.Why::minutes).sum();
        long lost = change.why().stream().filter(why -> why.cause() == Cause.COUNTS_NO_MORE)
                .mapToLong(SimulatedChange.Why::minutes).sum();
        assertThat(gained - lost).isEqualTo(after.minutes() - before.minutes());
        assertThat(change.why()).isNotEmpty();
    }

    private static Verdict evaluate(Scheme scheme, Replay replay, String id) {
        return Evaluation.evaluate(
                scheme, replay.entriesOf(id).stream().map(EntryVersion::known).toList(),
                new SubjectFacts(replay.registeredOn(id), Optional.empty()), DAY);
    }

    private void isWhatTheLiveViewSays(Facts facts, Schemes schemes, Outcome outcome) {
        SchemeShelf shelf = new SchemeShelf(() -> new SchemeShelf.Stock(schemes, java.util.Set.of("sim-star/2")));
        EntryReader entries = new EntryReader(views.jdbc());
        VolunteerReader volunteers = new VolunteerReader(views.jdbc());
        TestViews.toTheHead(views.follower(
                new EligibilityProjection(
                        views.jdbc(), entries, volunteers, shelf, BirthDates.UNKNOWN, position -> true), facts));
        RecognitionReader reader =
                new RecognitionReader(views.jdbc(), entries, volunteers, shelf, BirthDates.UNKNOWN);
        Map<String, Integer> kept = new TreeMap<>();
        long minutes = 0;
        for (String account : RandomHistory.ACCOUNTS) {
            Optional<Eligibility> one = reader.kept("volunteer-" + account.substring(8), "sim-star");
            kept.merge(one.flatMap(Eligibility::level).orElse(""), 1, Integer::sum);
            minutes += one.map(Eligibility::minutes).orElse(0);
        }
        assertThat(outcome.levelsAfter()).isEqualTo(kept);
        assertThat(outcome.minutesAfter()).isEqualTo(minutes);
    }

    @Test
    void theSameDraftHasTheSameDigestWhereverItIsAsked() {
        Facts facts = new RandomHistory(7).facts();
        TestViews.empty();
        TestViews.toTheHead(views.follower(new VolunteerProjection(views.jdbc()), facts));
        TestViews.toTheHead(views.follower(new EntryProjection(views.jdbc()), facts));
        Schemes schemes = Schemes.with(Map.of("now.yaml", NOW, "draft.yaml", LOWER));
        Terms terms = new Terms(
                schemes.find("sim-star", "2").orElseThrow(), schemes.find("sim-star", "1").orElseThrow(), DAY, 90);
        Outcome one = simulation(schemes).run(terms, (page, done) -> { });
        assertThat(simulation(schemes).run(terms, (page, done) -> { })).isEqualTo(one);
        Terms alone = new Terms(terms.draft(), null, DAY, 90);
        Outcome withoutOther = simulation(schemes).run(alone, (page, done) -> { });
        assertThat(withoutOther.levelsAfter()).isEqualTo(one.levelsAfter());
        assertThat(withoutOther.levelsBefore()).isEmpty();
        assertThat(withoutOther.gain()).isEqualTo(one.subjects() - one.levelsAfter().getOrDefault("", 0));
    }

    private SchemeSimulation simulation(Schemes schemes) {
        SchemeShelf shelf = new SchemeShelf(() -> new SchemeShelf.Stock(schemes, java.util.Set.of("sim-star/1")));
        return new SchemeSimulation(
                views.jdbc(), new EntryReader(views.jdbc()), new VolunteerReader(views.jdbc()), shelf,
                BirthDates.UNKNOWN);
    }
}
