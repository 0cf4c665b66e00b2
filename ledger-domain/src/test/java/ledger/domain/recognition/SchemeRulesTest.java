package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.Verdict.Counted;
import ledger.domain.recognition.Verdict.NotCounted;
import ledger.domain.recognition.Verdict.Reason;
import ledger.domain.recognition.Verdict.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** What a scheme may ask for beside hours in a window, and what it says is missing. */
class SchemeRulesTest {

    private static final LocalDate AS_OF = day("2026-03-31");
    private static final SubjectFacts LI = new SubjectFacts(day("2024-03-05"), Optional.empty());

    @Test
    void r22_whatIsOverACapDoesNotCountAndIsSaid() {
        Verdict verdict = evaluate(
                scheme("caps: {minutesPerSession: 240, minutesPerDay: 300, minutesPerMonth: 500}", "hours: 1"), LI,
                entry("a", "2026-01-01", 250), entry("b", "2026-01-01", 100), entry("c", "2026-01-02", 230),
                entry("d", "2026-02-01", 10));
        assertThat(verdict.counted()).containsExactly(
                new Counted("a", day("2026-01-01"), 240), new Counted("b", day("2026-01-01"), 60),
                new Counted("c", day("2026-01-02"), 200), new Counted("d", day("2026-02-01"), 10));
        assertThat(verdict.notCounted()).containsExactly(
                new NotCounted("a", day("2026-01-01"), 10, Reason.OVER_CAP),
                new NotCounted("b", day("2026-01-01"), 40, Reason.OVER_CAP),
                new NotCounted("c", day("2026-01-02"), 30, Reason.OVER_CAP));
    }

    @Test
    void r22_onlyTheCategoriesNamedCount() {
        Verdict verdict = evaluate(
                scheme("categories: [environment]", "hours: 1"), LI,
                of("a", "环境保护"), of("b", "teaching"), of("c", null));
        assertThat(verdict.counted()).extracting(Counted::entryId).containsExactly("a");
        assertThat(verdict.notCounted()).extracting(NotCounted::reason)
                .containsOnly(Reason.CATEGORY_NOT_COUNTED).hasSize(2);
    }

    @Test
    void r8_learningMeetsADemandForTrainingAndCountsForNothingElse() {
        Scheme scheme = scheme("", "hours: 1, trainingHours: 2");
        assertThat(evaluate(scheme, LI, entry("a", "2026-01-01", 60), training(119)).reached()).isEmpty();
        Verdict verdict = evaluate(scheme, LI, entry("a", "2026-01-01", 60), training(120));
        assertThat(verdict.reached()).containsExactly("one");
        assertThat(verdict.minutes()).isEqualTo(60);
    }

    @Test
    void r19_aSchemeMayAskForRatingsAndNeverForMinutesByThem() {
        Scheme scheme = scheme("", "ratingPercent: 80");
        assertThat(evaluate(scheme, LI, rated("a", 79), rated("b", 80)).reached()).isEmpty();
        assertThat(evaluate(scheme, LI, rated("a", 80), rated("b", 80), entry("c", "2026-01-03", 5)).reached())
                .containsExactly("one");
    }

    @Test
    void sessionsAreCounted() {
        Scheme scheme = scheme("", "sessions: 2");
        assertThat(evaluate(scheme, LI, entry("a", "2026-01-01", 1)).reached()).isEmpty();
        assertThat(evaluate(scheme, LI, entry("a", "2026-01-01", 1), entry("b", "2026-01-01", 1)).reached())
                .containsExactly("one");
    }

    @Test
    void anHonourMustBeHeldFirst() {
        Scheme scheme = scheme("", "hours: 1, honours: [cn-cyl-star/star4]");
        KnownEntry hour = entry("a", "2026-01-01", 60);
        Verdict without = evaluate(scheme, LI, hour);
        assertThat(without.reached()).isEmpty();
        assertThat(without.next().orElseThrow().honours()).containsExactly("cn-cyl-star/star4");
        Award star = new Award("cn-cyl-star", "star4", AS_OF, "", null);
        assertThat(evaluate(scheme, LI.with(List.of(star)), hour).reached()).containsExactly("one");
        Award expired = new Award("cn-cyl-star", "star4", day("2023-03-31"), "", day("2026-03-30"));
        assertThat(evaluate(scheme, LI.with(List.of(expired)), hour).reached()).isEmpty();
        Award holds = new Award("cn-cyl-star", "star4", day("2023-04-01"), "", AS_OF);
        assertThat(evaluate(scheme, LI.with(List.of(holds)), hour).reached()).containsExactly("one");
        Award later = new Award("cn-cyl-star", "star4", AS_OF.plusDays(1), "", null);
        assertThat(evaluate(scheme, LI.with(List.of(later)), hour).reached()).isEmpty();
    }

    @Test
    void r23_aSequentialSchemeOpensOneLevelAfterTheOther() {
        Scheme stars = Schemes.shipped().find("cn-sc-star", "2021").orElseThrow();
        KnownEntry many = entry("a", "2026-01-01", 1000 * 60);
        assertThat(evaluate(stars, LI, many).reached()).containsExactly("star1", "star2", "star3", "star4");
        assertThat(evaluate(stars, LI, many).conferrable()).containsExactly("star1");
        SubjectFacts one = LI.with(List.of(new Award("cn-sc-star", "star1", day("2026-02-01"), "", null)));
        assertThat(evaluate(stars, one, many).conferrable()).containsExactly("star2");
    }

    @Test
    void r23_aLevelHeldIsNotOpenAgainBeforeItsNextYear() {
        Scheme yearly = Schemes.shipped().find("cn-min-duty", "2013").orElseThrow();
        KnownEntry hours = entry("a", "2026-01-01", 1200);
        Verdict first = evaluate(yearly, LI, hours);
        assertThat(first.awardWindow()).isEqualTo("2026-01-01..2026-12-31");
        assertThat(first.conferrable()).containsExactly("met");
        SubjectFacts held = LI.with(List.of(new Award("cn-min-duty", "met", AS_OF, first.awardWindow(), null)));
        assertThat(evaluate(yearly, held, hours).conferrable()).isEmpty();
        SubjectFacts before = LI.with(List.of(
                new Award("cn-min-duty", "met", day("2025-12-01"), "2025-01-01..2025-12-31", null)));
        assertThat(evaluate(yearly, before, hours).conferrable()).containsExactly("met");
    }

    @Test
    void r23_eachCycleOpensItsLevelsAnew() {
        Scheme prizes = Schemes.shipped().find("cn-zjg-prize", "2014").orElseThrow();
        Verdict second = evaluate(
                prizes, LI, entry("a", "2026-01-01", 280 * 60), entry("b", "2026-01-02", 60 * 60));
        assertThat(second.awardWindow()).isEqualTo("cycle-2");
        assertThat(second.counted()).containsExactly(new Counted("b", day("2026-01-02"), 40 * 60));
        assertThat(second.notCounted()).containsExactly(
                new NotCounted("a", day("2026-01-01"), 280 * 60, Reason.EARLIER_CYCLE),
                new NotCounted("b", day("2026-01-02"), 20 * 60, Reason.EARLIER_CYCLE));
        SubjectFacts held = LI.with(List.of(new Award("cn-zjg-prize", "hours30", day("2026-01-01"), "cycle-1", null)));
        assertThat(evaluate(prizes, held, entry("a", "2026-01-01", 330 * 60)).conferrable())
                .containsExactly("hours30");
    }

    @Test
    void r25_falseHoursBarForTheYearsDecidedAsFarAsTheSchemeGoes() {
        Scheme stars = Schemes.shipped().find("cn-gd-star", "2014").orElseThrow();
        KnownEntry many = entry("a", "2018-01-01", 100 * 60);
        assertBar(stars, many, 0, "2026-03-30");
        assertBar(stars, many, 2, "2027-03-30");
        assertBar(stars, many, 9, "2028-03-30");
        SubjectFacts ended = found("2025-03-31", 0);
        assertThat(evaluate(stars, ended, many).status()).isEqualTo(Status.OPEN);
    }

    private static void assertBar(Scheme stars, KnownEntry many, int years, String lastDay) {
        Verdict verdict = Evaluation.evaluate(stars, List.of(many), found("2025-03-31", years), day(lastDay));
        assertThat(verdict.status()).isEqualTo(Status.BARRED);
        assertThat(verdict.barredUntil()).contains(day(lastDay));
        assertThat(verdict.reached()).containsExactly("star1");
        assertThat(verdict.conferrable()).isEmpty();
        assertThat(verdict.next().orElseThrow().earliest().orElseThrow()).isAfter(day(lastDay));
        assertThat(Evaluation.evaluate(stars, List.of(many), found("2025-03-31", years), day(lastDay).plusDays(1))
                .status()).isEqualTo(Status.OPEN);
    }

    private static SubjectFacts found(String day, int years) {
        return new SubjectFacts(
                SubjectKind.PERSON, LI.registeredOn(), LI.bornOn(), List.of(),
                List.of(new FalseHours(day(day), years)), List.of(), List.of());
    }

    @Test
    void aLevelHoldsAsLongAsItsVersionSays() {
        RecognitionConferred card = new RecognitionConferred(
                "recognitions-1", "recognition-1", "volunteer-li", "tw-honor-card", "example-1", "card", "all",
                "2001-01-20..2023-03-01",
                18_000, 7, day("2023-03-01"), "digest", "organization-1", day("2023-03-01"));
        Award award = Award.of(card, Schemes.shipped());
        assertThat(award.validTo()).isEqualTo("2026-02-28");
        assertThat(award.isHeldOn(day("2023-02-28"))).isFalse();
        assertThat(award.isHeldOn(day("2026-02-28"))).isTrue();
        assertThat(award.isHeldOn(day("2026-03-01"))).isFalse();
        assertThat(Schemes.shipped().find("cn-cyl-star", "2013-11").orElseThrow().validTo(AS_OF)).isEmpty();
    }

    @Test
    void thePauseHasItsDays() {
        Scheme paused = scheme("pausedFrom: 2026-03-31\npausedTo: 2026-04-01", "hours: 1");
        assertThat(Evaluation.evaluate(paused, List.of(), LI, day("2026-03-30")).status()).isEqualTo(Status.OPEN);
        assertThat(Evaluation.evaluate(paused, List.of(), LI, day("2026-03-31")).status()).isEqualTo(Status.PAUSED);
        assertThat(Evaluation.evaluate(paused, List.of(), LI, day("2026-04-01")).status()).isEqualTo(Status.PAUSED);
        assertThat(Evaluation.evaluate(paused, List.of(), LI, day("2026-04-02")).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void theEarliestDayRestsOnWhatIsInNoticeAndOnServiceFromTomorrow() {
        Scheme scheme = scheme("caps: {minutesPerDay: 480}", "hours: 20");
        assertEarliest(evaluate(scheme, LI), "2026-04-03");
        assertEarliest(evaluate(scheme, LI, entry("a", "2026-03-01", 241)), "2026-04-02");
        assertEarliest(evaluate(scheme, LI, entry("a", "2026-03-01", 239)), "2026-04-03");
        KnownEntry waiting = new KnownEntry(
                "n", day("2026-03-30"), 1200, EntryState.RECORDED, EvidenceGrade.CODE, null, false, day("2026-04-02"),
                null);
        Verdict verdict = evaluate(scheme, LI, waiting);
        assertEarliest(verdict, "2026-04-02");
        assertThat(verdict.next().orElseThrow().inNoticeMinutes()).isEqualTo(1200);
        assertThat(verdict.next().orElseThrow().inNoticeTo()).contains(day("2026-04-02"));
    }

    @Test
    void theEarliestDayRestsOnMonthsYearsAndRegistration() {
        KnownEntry march = entry("a", "2026-03-01", 60);
        assertEarliest(evaluate(scheme("", "distinctMonths: 3"), LI, march), "2026-05-01");
        assertEarliest(evaluate(scheme("", "distinctMonths: 2"), LI, march), "2026-04-01");
        assertEarliest(evaluate(scheme("", "consecutiveMonths: 3"), LI, entry("a", "2026-02-01", 60)), "2026-06-01");
        assertEarliest(evaluate(scheme("", "consecutiveMonths: 3"), LI, march), "2026-05-01");
        assertEarliest(evaluate(scheme("", "tenureMonths: 25"), LI), "2026-04-05");
        assertEarliest(evaluate(scheme("", "years: {count: 3, hours: 48}"), LI, entry("a", "2025-02-01", 2880)),
                "2027-01-02");
        assertEarliest(evaluate(
                scheme("", "years: {count: 3, hours: 48, consecutive: true}"), LI, entry("a", "2024-02-01", 2880)),
                "2028-01-02");
        assertEarliest(evaluate(scheme("window: {kind: calendar-year}", "hours: 6601"), LI), "2027-10-03");
        assertThat(evaluate(scheme("window: {kind: calendar-year}", "hours: 8761"), LI).next().orElseThrow().earliest())
                .as("no year is so long").isEmpty();
        SubjectFacts unknown = new SubjectFacts(LocalDate.MIN, Optional.empty());
        assertThat(evaluate(scheme("", "tenureMonths: 1"), unknown).next().orElseThrow().earliest()).isEmpty();
    }

    @Test
    void aYearsRoundIsLookedAtOnItsCutOff() {
        Scheme rounds = scheme("window: {kind: lifetime, cutoff: 11-30}", "hours: 1");
        assertEarliest(evaluate(rounds, LI), "2026-11-30");
    }

    private static void assertEarliest(Verdict verdict, String day) {
        assertThat(verdict.reached()).isEmpty();
        assertThat(verdict.next().orElseThrow().earliest()).contains(day(day));
    }

    static Scheme scheme(String fields, String demand) {
        return Schemes.parse("""
                id: some
                version: "1"
                effectiveFrom: 2010-01-01
                title: {zh: 某, en: Some}
                confidence: invented
                source: test
                %s
                %s
                bands: [{levels: [{id: one, %s, title: {zh: 一, en: One}}]}]
                """.formatted(fields.contains("window") ? "" : "window: {kind: lifetime}", fields, demand));
    }

    static Verdict evaluate(Scheme scheme, SubjectFacts subject, KnownEntry... entries) {
        return Evaluation.evaluate(scheme, List.of(entries), subject, AS_OF);
    }

    static KnownEntry entry(String id, String servedOn, int minutes) {
        return entry(id, servedOn, minutes, EntryState.CERTIFIED, null, null);
    }

    private static KnownEntry of(String id, @Nullable String category) {
        return entry(id, "2026-01-01", 60, EntryState.CERTIFIED, category, null);
    }

    private static KnownEntry rated(String id, int percent) {
        return entry(id, "2026-01-01", 60, EntryState.CERTIFIED, null, percent);
    }

    private static KnownEntry training(int minutes) {
        return entry("t", "2026-01-01", minutes, EntryState.TRAINING, null, null);
    }

    private static KnownEntry entry(
            String id, String day, int minutes, EntryState state, @Nullable String category, @Nullable Integer rating) {
        return new KnownEntry(
                id, day(day), minutes, state, EvidenceGrade.SYSTEM_TIMED, category, false, null, rating);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
