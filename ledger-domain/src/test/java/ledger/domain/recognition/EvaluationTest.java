package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.recognition.Verdict.Counted;
import ledger.domain.recognition.Verdict.Missing;
import ledger.domain.recognition.Verdict.NotCounted;
import ledger.domain.recognition.Verdict.Reason;
import ledger.domain.recognition.Verdict.Status;

import static org.assertj.core.api.Assertions.assertThat;

class EvaluationTest {

    private static final Scheme STARS = Schemes.shipped().find("cn-cyl-star", "2013-11").orElseThrow();
    private static final Scheme ANNUAL = Schemes.shipped().find("sample-city-annual", "2026-sample").orElseThrow();
    private static final Scheme PAUSED = Schemes.shipped().find("us-pvsa", "2024").orElseThrow();
    private static final LocalDate AS_OF = day("2026-03-31");
    private static final LocalDate REGISTERED = day("2024-03-05");

    @Test
    void r21_aThresholdIsReachedAtExactlyItsHours() {
        assertThat(stars(certified("a", "2026-03-01", 6000)).reached()).containsExactly("star1");
    }

    @Test
    void r21_aMinuteLessDoesNotReachIt() {
        Verdict verdict = stars(certified("a", "2026-03-01", 99 * 60 + 59));
        assertThat(verdict.reached()).isEmpty();
        assertThat(verdict.next()).contains(missing("star1", 6000, 1, "2026-04-01"));
    }

    @Test
    void r21_minutesOfSeveralEntriesAddUp() {
        Verdict verdict = stars(certified("a", "2026-03-01", 5999), certified("b", "2026-03-02", 12_001));
        assertThat(verdict.minutes()).isEqualTo(18_000);
        assertThat(verdict.reached()).containsExactly("star1", "star2");
        assertThat(verdict.highest()).contains("star2");
        assertThat(verdict.next()).contains(missing("star3", 36_000, 18_000, "2026-04-13"));
    }

    @Test
    void r21_nothingIsMissingAtTheTop() {
        assertThat(stars(certified("a", "2026-03-01", 90_000)).next()).isEmpty();
    }

    @Test
    void r21_theEvidenceDigestDependsOnWhatCountedOnly() {
        Verdict one = stars(certified("a", "2026-03-01", 60), certified("b", "2026-03-02", 60));
        Verdict shuffled = stars(
                certified("b", "2026-03-02", 60), certified("a", "2026-03-01", 60),
                entry("c", "2026-03-03", 60, EntryState.HELD, EvidenceGrade.CODE, null));
        Verdict more = stars(certified("a", "2026-03-01", 61), certified("b", "2026-03-02", 60));
        assertThat(shuffled.evidenceDigest()).isEqualTo(one.evidenceDigest());
        assertThat(more.evidenceDigest()).isNotEqualTo(one.evidenceDigest());
    }

    @Test
    void r22_countsFromTheDayOfRegistration() {
        Verdict verdict = stars(certified("a", "2024-03-05", 60), certified("b", "2024-03-04", 90));
        assertThat(verdict.counted()).containsExactly(new Counted("a", day("2024-03-05"), 60));
        assertThat(verdict.notCounted())
                .containsExactly(new NotCounted("b", day("2024-03-04"), 90, Reason.BEFORE_REGISTRATION));
    }

    @Test
    void r22_countsCertifiedEntriesOnly() {
        for (EntryState state : EntryState.values()) {
            Verdict verdict = stars(entry("a", "2026-03-01", 60, state, EvidenceGrade.CODE, null));
            assertThat(verdict.minutes()).as(state.name()).isEqualTo(state == EntryState.CERTIFIED ? 60 : 0);
        }
    }

    @Test
    void r22_saysWhyAnEntryDidNotCount() {
        assertThat(reason(EntryState.RECORDED)).isEqualTo(Reason.IN_NOTICE);
        assertThat(reason(EntryState.HELD)).isEqualTo(Reason.HELD);
        assertThat(reason(EntryState.OBJECTED)).isEqualTo(Reason.OBJECTED);
        assertThat(reason(EntryState.DECLINED)).isEqualTo(Reason.DECLINED);
        assertThat(reason(EntryState.REVOKED)).isEqualTo(Reason.REVOKED);
    }

    @Test
    void r22_looksAtNothingServedAfterTheDayAsked() {
        Verdict verdict = stars(certified("a", "2026-03-31", 60), certified("b", "2026-04-01", 60));
        assertThat(verdict.minutes()).isEqualTo(60);
        assertThat(verdict.notCounted()).isEmpty();
    }

    @Test
    void r22_theEdgesOfTheWindowCount() {
        Verdict verdict = annual(
                "1990-01-01", "2026-02-28", certified("a", "2025-03-01", 60), certified("b", "2026-02-28", 60),
                certified("c", "2025-02-28", 60));
        assertThat(verdict.from()).isEqualTo("2025-03-01");
        assertThat(verdict.to()).isEqualTo("2026-02-28");
        assertThat(verdict.minutes()).isEqualTo(120);
        assertThat(verdict.notCounted())
                .containsExactly(new NotCounted("c", day("2025-02-28"), 60, Reason.OUTSIDE_WINDOW));
    }

    @Test
    void r22_anAnnualSchemeDoesNotLookAtRegistration() {
        SubjectFacts subject = new SubjectFacts(day("2026-03-20"), Optional.of(day("1990-01-01")));
        Verdict verdict = Evaluation.evaluate(ANNUAL, List.of(certified("a", "2026-03-10", 60)), subject, AS_OF);
        assertThat(verdict.minutes()).isEqualTo(60);
    }

    @Test
    void r22_countsTheGradesAndCategoriesOfTheSchemeOnly() {
        Scheme strict = Schemes.parse("""
                id: strict
                version: "1"
                effectiveFrom: 2020-01-01
                title: {zh: 严, en: Strict}
                confidence: invented
                source: test
                window: {kind: since-registration}
                grades: [SYSTEM_TIMED]
                excludedCategories: [training]
                bands:
                  - levels: [{id: one, hours: 1, title: {zh: 一, en: One}}]
                """);
        Verdict verdict = evaluate(
                strict, null, AS_OF,
                entry("a", "2026-03-01", 60, EntryState.CERTIFIED, EvidenceGrade.SYSTEM_TIMED, "community"),
                entry("b", "2026-03-02", 60, EntryState.CERTIFIED, EvidenceGrade.ORG_ENTERED, "community"),
                entry("c", "2026-03-03", 60, EntryState.CERTIFIED, EvidenceGrade.SYSTEM_TIMED, "training"));
        assertThat(verdict.counted()).extracting(Counted::entryId).containsExactly("a");
        assertThat(verdict.notCounted()).extracting(NotCounted::reason)
                .containsExactly(Reason.GRADE_NOT_COUNTED, Reason.CATEGORY_EXCLUDED);
        assertThat(verdict.reached()).containsExactly("one");
    }

    @Test
    void r13_aSchemeMayLeaveOutWhatWasRecordedLate() {
        KnownEntry late = new KnownEntry(
                "a", day("2026-03-01"), 60, EntryState.CERTIFIED, EvidenceGrade.SYSTEM_TIMED, "community", true, null,
                null);
        String text = """
                id: prompt
                version: "1"
                effectiveFrom: 2020-01-01
                title: {zh: 及时, en: Prompt}
                confidence: invented
                source: test
                window: {kind: since-registration}
                excludeLate: true
                bands:
                  - levels: [{id: one, hours: 1, title: {zh: 一, en: One}}]
                """;
        assertThat(evaluate(Schemes.parse(text), null, AS_OF, late).notCounted())
                .extracting(NotCounted::reason).containsExactly(Reason.RECORDED_LATE);
        assertThat(evaluate(Schemes.parse(text.replace("true", "false")), null, AS_OF, late).reached())
                .containsExactly("one");
    }

    @Test
    void r8_learningCountsForNoScheme() {
        assertThat(reason(EntryState.TRAINING)).isEqualTo(Reason.TRAINING);
    }

    @Test
    void r22_theAgeHeldMostOfTheWindowChoosesTheBand() {
        // 1 March 2026 to 28 February 2027 has 365 days; its middle, the 183rd, is 30 August 2026.
        assertThat(annual("2010-08-30", "2026-03-31").band()).contains("16-25");
        assertThat(annual("2010-08-31", "2026-03-31").band()).contains("11-15");
    }

    @Test
    void r22_theBandGivesItsThresholds() {
        KnownEntry fiftyHours = certified("a", "2026-03-10", 3000);
        assertThat(annual("2012-01-01", "2026-03-31", fiftyHours).reached()).containsExactly("bronze");
        assertThat(annual("2000-01-01", "2026-03-31", fiftyHours).reached()).isEmpty();
        assertThat(annual("2017-01-01", "2026-03-31", fiftyHours).reached()).containsExactly("bronze", "silver");
    }

    @Test
    void r22_anUnknownAgeChoosesNoBand() {
        Verdict verdict = evaluate(ANNUAL, null, AS_OF, certified("a", "2026-03-10", 60_000));
        assertThat(verdict.status()).isEqualTo(Status.AGE_UNKNOWN);
        assertThat(verdict.reached()).isEmpty();
        assertThat(verdict.next()).isEmpty();
        assertThat(verdict.minutes()).isEqualTo(60_000);
    }

    @Test
    void r22_anAgeBelowAllBandsIsOutside() {
        assertThat(annual("2023-01-01", "2026-03-31").status()).isEqualTo(Status.AGE_OUTSIDE);
    }

    @Test
    void r22_aSchemeWithoutAgesNeedsNone() {
        assertThat(stars().status()).isEqualTo(Status.OPEN);
        assertThat(stars().band()).contains("all");
    }

    @Test
    void r22_aPausedSchemeConfersNothing() {
        KnownEntry many = certified("a", "2025-05-01", 60_000);
        Verdict before = evaluate(PAUSED, "1990-01-01", day("2025-05-26"), many);
        assertThat(before.status()).isEqualTo(Status.OPEN);
        assertThat(before.reached()).containsExactly("bronze", "silver", "gold");
        Verdict since = evaluate(PAUSED, "1990-01-01", day("2025-05-27"), many);
        assertThat(since.status()).isEqualTo(Status.PAUSED);
        assertThat(since.reached()).isEmpty();
    }

    private static Reason reason(EntryState state) {
        return stars(entry("a", "2026-03-01", 60, state, EvidenceGrade.CODE, null)).notCounted().getFirst().reason();
    }

    private static Verdict stars(KnownEntry... entries) {
        return evaluate(STARS, null, AS_OF, entries);
    }

    private static Verdict annual(String bornOn, String asOf, KnownEntry... entries) {
        return evaluate(ANNUAL, bornOn, day(asOf), entries);
    }

    private static Verdict evaluate(Scheme scheme, @Nullable String bornOn, LocalDate asOf, KnownEntry... entries) {
        SubjectFacts subject = new SubjectFacts(REGISTERED, Optional.ofNullable(bornOn).map(LocalDate::parse));
        return Evaluation.evaluate(scheme, Arrays.asList(entries), subject, asOf);
    }

    private static KnownEntry certified(String entryId, String servedOn, int minutes) {
        return entry(entryId, servedOn, minutes, EntryState.CERTIFIED, EvidenceGrade.SYSTEM_TIMED, "community");
    }

    private static KnownEntry entry(
            String entryId,
            String servedOn,
            int minutes,
            EntryState state,
            EvidenceGrade evidence,
            @Nullable String category) {
        return new KnownEntry(entryId, day(servedOn), minutes, state, evidence, category, false, null, null);
    }

    private static Missing missing(String level, int threshold, int minutes, String earliest) {
        return new Missing(
                level, threshold, minutes, List.of(), List.of(), 0, Optional.empty(), Optional.of(day(earliest)));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
