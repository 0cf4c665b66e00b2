package ledger.domain.account;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import ledger.domain.Refusal;
import ledger.domain.account.HourAccountCommand.ApproveHeldService;

import static ledger.domain.account.HoldReason.OVER_DAILY_LIMIT_AUTHORITY_DECIDES;
import static ledger.domain.account.HoldReason.OVER_DAILY_LIMIT_PARENT_DECIDES;
import static ledger.domain.account.HoldReason.SERVICE_OVERLAPS;
import static ledger.domain.account.Sample.ACCOUNT;
import static ledger.domain.account.Sample.COUNTS_FROM;
import static ledger.domain.account.Sample.entry;
import static ledger.domain.account.Sample.given;
import static ledger.domain.account.Sample.held;
import static ledger.domain.account.Sample.record;
import static ledger.domain.account.Sample.recorded;
import static ledger.domain.account.Sample.revoked;
import static ledger.domain.account.Sample.saturday;

/** How much of a day counts without anybody's decision, and whose decision the rest needs (R11). */
class DailyLimitTest {

    private static final ServedTime EIGHT_HOURS = saturday("08:00", "16:00");
    private static final ServedTime EIGHT_HOURS_AND_A_MINUTE = saturday("08:00", "16:01");
    private static final ServedTime TWELVE_HOURS = saturday("08:00", "20:00");
    private static final ServedTime TWELVE_HOURS_AND_A_MINUTE = saturday("08:00", "20:01");

    @Test
    void r11_records480Minutes() {
        given().when(record("a", EIGHT_HOURS)).then(recorded("a", EIGHT_HOURS));
    }

    @Test
    void r11_holds481MinutesForTheParent() {
        given().when(record("a", EIGHT_HOURS_AND_A_MINUTE))
                .then(held("a", EIGHT_HOURS_AND_A_MINUTE, parentDecides(481)));
    }

    @Test
    void r11_holds720MinutesForTheParent() {
        given().when(record("a", TWELVE_HOURS)).then(held("a", TWELVE_HOURS, parentDecides(720)));
    }

    @Test
    void r11_holds721MinutesForTheAuthority() {
        given().when(record("a", TWELVE_HOURS_AND_A_MINUTE))
                .then(held("a", TWELVE_HOURS_AND_A_MINUTE, authorityDecides(721)));
    }

    @Test
    void r11_addsTheStandingEntriesOfTheDay() {
        ServedTime evening = saturday("18:00", "18:01");
        given(recorded("a", EIGHT_HOURS)).when(record("b", evening))
                .then(held("b", evening, parentDecides(481)));
    }

    @Test
    void r11_doesNotAddHeldAndRevokedEntries() {
        ServedTime evening = saturday("18:00", "20:00");
        given(held("a", EIGHT_HOURS, SERVICE_OVERLAPS)).when(record("b", evening)).then(recorded("b", evening));
        given(recorded("a", EIGHT_HOURS), revoked("a", 480)).when(record("b", evening)).then(recorded("b", evening));
    }

    @Test
    void r11_anEntryWithoutAnIntervalFillsTheDay() {
        var historical = record(
                Sample.ACTIVITY, EvidenceGrade.HISTORICAL,
                ServedTime.value(LocalDate.parse("2026-03-07"), Sample.SHANGHAI, 400));
        ServedTime more = saturday("09:00", "10:21");
        given(recorded(historical)).when(record("b", more)).then(held("b", more, parentDecides(481)));
        given(recorded(historical)).when(record("b", saturday("09:00", "10:20")))
                .then(recorded("b", saturday("09:00", "10:20")));
    }

    @Test
    void r11_aSessionOverMidnightFillsEachDateByItsOwnMinutes() {
        // 7 hours on Friday and 7 on Saturday: more than a day's limit as one session, less on each date.
        ServedTime night = Sample.between("2026-03-06T17:00", "2026-03-07T07:00");
        given().when(record("a", night)).then(recorded("a", night));
        ServedTime noon = saturday("12:00", "13:01");
        given(recorded("a", night)).when(record("b", noon)).then(held("b", noon, parentDecides(481)));
        given(recorded("a", night)).when(record("b", saturday("12:00", "13:00")))
                .then(recorded("b", saturday("12:00", "13:00")));
    }

    @Test
    void r11_namesBothReasonsOfAHold() {
        given(recorded("a", EIGHT_HOURS)).when(record("b", saturday("15:00", "17:00")))
                .then(held("b", saturday("15:00", "17:00"), Hold.of(SERVICE_OVERLAPS), parentDecides(600)));
    }

    @Test
    void r11_theRecorderMayNotApproveMoreThanTheAutomaticLimit() {
        given(held("a", EIGHT_HOURS_AND_A_MINUTE, OVER_DAILY_LIMIT_PARENT_DECIDES)).when(approval(Sample.RECORDER))
                .thenRefused(needsHigher(481, 480));
    }

    @Test
    void r11_theParentApprovesUpToItsLimit() {
        given(held("a", TWELVE_HOURS, OVER_DAILY_LIMIT_PARENT_DECIDES)).when(approval(Sample.PARENT))
                .then(approved(Sample.PARENT));
    }

    @Test
    void r11_theParentMayNotApproveMoreThanItsLimit() {
        given(held("a", TWELVE_HOURS_AND_A_MINUTE, OVER_DAILY_LIMIT_AUTHORITY_DECIDES)).when(approval(Sample.PARENT))
                .thenRefused(needsHigher(721, 720));
    }

    @Test
    void r11_theAuthorityApprovesAboveTheParentsLimit() {
        given(held("a", TWELVE_HOURS_AND_A_MINUTE, OVER_DAILY_LIMIT_AUTHORITY_DECIDES))
                .when(approval(Sample.AUTHORITY))
                .then(approved(Sample.AUTHORITY));
    }

    @Test
    void r11_approvalJudgesTheDayAsItIsByThen() {
        given(held("a", EIGHT_HOURS_AND_A_MINUTE, OVER_DAILY_LIMIT_PARENT_DECIDES),
                        recorded("b", saturday("17:00", "21:00")))
                .when(approval(Sample.PARENT))
                .thenRefused(needsHigher(721, 720));
    }

    @Test
    void r11_aRulebookMayRefuseWhatIsAboveItsLimit() {
        Judging korea = Judging.by("korea/2010-1");
        given().when(korea.record("a", EIGHT_HOURS)).then(korea.recorded("a", EIGHT_HOURS));
        given().when(korea.record("a", EIGHT_HOURS_AND_A_MINUTE)).thenRefused(
                Refusal.of(HourAccountRefusal.OVER_DAILY_LIMIT, "minutes").with("minutes", 481).with("limit", 480));
    }

    @Test
    void r11_aRulebookMayKnowNoLimit() {
        Judging law = Judging.by("law-only/2021-1");
        given().when(law.record("a", TWELVE_HOURS_AND_A_MINUTE)).then(law.recorded("a", TWELVE_HOURS_AND_A_MINUTE));
    }

    private static Hold parentDecides(int minutes) {
        return Hold.of(OVER_DAILY_LIMIT_PARENT_DECIDES).with("minutes", minutes).with("limit", 480);
    }

    private static Hold authorityDecides(int minutes) {
        return Hold.of(OVER_DAILY_LIMIT_AUTHORITY_DECIDES).with("minutes", minutes).with("limit", 720);
    }

    private static Refusal needsHigher(int minutes, int limit) {
        return Refusal.of(HourAccountRefusal.NEEDS_HIGHER_DECISION, "minutes")
                .with("minutes", minutes)
                .with("limit", limit);
    }

    private static ApproveHeldService approval(Officer officer) {
        return new ApproveHeldService(
                ACCOUNT, entry("a"), officer, Sample.NOTE, Sample.RECORDED_ON, Sample.RULEBOOK, Circumstances.UNKNOWN);
    }

    private static HourAccountEvent.HeldServiceApproved approved(Officer officer) {
        return new HourAccountEvent.HeldServiceApproved(
                ACCOUNT, entry("a"), officer, Sample.NOTE, Sample.RECORDED_ON, COUNTS_FROM, false, Sample.RULEBOOK);
    }
}
