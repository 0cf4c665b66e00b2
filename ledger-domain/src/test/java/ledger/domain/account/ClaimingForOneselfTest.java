package ledger.domain.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.account.HourAccountEvent.ServiceHeld;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.account.Judging.*;
import static org.assertj.core.api.Assertions.assertThat;

/** After false hours claims wait, as the rulebook says, and what was claimed before stays (R25). */
class ClaimingForOneselfTest {

    private static final String TEXT = """
            id: strict
            version: "1"
            effectiveFrom: 2020-01-01
            title: {zh: 严格, en: Strict}
            dailyLimit: none
            notice: {workingDays: 0}
            selfClaimBar: {years: 1, furtherHours: 100}
            creditGrades: [SYSTEM_TIMED]
            """;
    private static final LocalDate FOUND_ON = Sample.RECORDED_ON.minusYears(1).plusDays(1);

    @Test
    void r25_aClaimWaitsUntilTheYearIsOverAndTheFurtherHoursCount() {
        Hold year = barred(FOUND_ON.plusYears(1), 0);
        assertThat(holds(found(FOUND_ON, 6_000), EvidenceGrade.SELF_CLAIMED_CONFIRMED)).containsExactly(year);
        Hold hours = barred(FOUND_ON.plusYears(1).minusDays(1), 1);
        assertThat(holds(found(FOUND_ON.minusDays(1), 5_999), EvidenceGrade.SELF_CLAIMED_CONFIRMED))
                .containsExactly(hours);
        assertThat(holds(found(FOUND_ON.minusDays(1), 6_000), EvidenceGrade.SELF_CLAIMED_CONFIRMED)).isEmpty();
    }

    @Test
    void r25_otherEvidenceAndWhatWasClaimedBeforeTheFindingAreLeftAlone() {
        assertThat(holds(found(FOUND_ON, 0), EvidenceGrade.SYSTEM_TIMED)).isEmpty();
        assertThat(holds(null, EvidenceGrade.SELF_CLAIMED_CONFIRMED)).isEmpty();
        assertThat(holds(found(Sample.RECORDED_ON.plusDays(1), 0), EvidenceGrade.SELF_CLAIMED_CONFIRMED)).isEmpty();
        assertThat(holds(found(Sample.RECORDED_ON, 0), EvidenceGrade.SELF_CLAIMED_CONFIRMED)).hasSize(1);
    }

    @Test
    void r25_aRulebookThatSaysNothingBarsNobody() {
        Judging claim = by(DEFAULT).evidenced(EvidenceGrade.SELF_CLAIMED_CONFIRMED).knowing(found(FOUND_ON, 0));
        Sample.given().when(claim.record("a", MORNING)).then(claim.recorded("a", MORNING));
    }

    @Test
    void r25_whereTheRulebookRefusesClaimsNothingIsStoredAndTheReasonNamesTheDay() {
        Judging claim = by("strict/1").evidenced(EvidenceGrade.SELF_CLAIMED_CONFIRMED).knowing(found(FOUND_ON, 0));
        String refuse = TEXT.replace("furtherHours: 100", "furtherHours: 100, barred: refuse");
        Refusal refusal = new HourAccount()
                .decide(claim.record("a", MORNING), Rulebooks.with(Map.of("strict.yaml", refuse)))
                .fold(facts -> null, same -> null, refused -> refused);
        assertThat(refusal).isEqualTo(Refusal.of(HourAccountRefusal.SELF_CLAIM_BARRED, "evidence")
                .with("day", FOUND_ON.plusYears(1)).with("minutes", 6_000));
    }

    private static Hold barred(LocalDate day, int minutes) {
        return Hold.of(HoldReason.SELF_CLAIM_BARRED).with("day", day).with("minutes", minutes);
    }

    private static Circumstances found(LocalDate day, int minutesSince) {
        return new Circumstances(null, false, List.of(), null, false, new FoundFalse(day, minutesSince));
    }

    private static List<Hold> holds(@Nullable Circumstances known, EvidenceGrade evidence) {
        Judging claim = by("strict/1").evidenced(evidence).knowing(known == null ? Circumstances.UNKNOWN : known);
        Decision<HourAccountEvent> decision = new HourAccount()
                .decide(claim.record("a", MORNING), Rulebooks.with(Map.of("strict.yaml", TEXT)));
        HourAccountEvent event = decision.fold(List::getFirst, same -> null, refused -> null);
        return event instanceof ServiceHeld held ? held.reasons() : List.of();
    }
}
