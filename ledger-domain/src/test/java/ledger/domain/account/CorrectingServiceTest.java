package ledger.domain.account;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import ledger.domain.LedgerCommand;
import ledger.domain.Refusal;
import ledger.domain.account.HourAccountCommand.ApproveHeldService;
import ledger.domain.account.HourAccountCommand.CorrectService;
import ledger.domain.account.HourAccountCommand.DeclineHeldService;
import ledger.domain.account.HourAccountCommand.DismissObjection;
import ledger.domain.account.HourAccountCommand.ReinstateService;
import ledger.domain.account.HourAccountCommand.RevokeService;
import ledger.domain.account.HourAccountCommand.UpholdObjection;
import ledger.domain.account.HourAccountEvent.ServiceCorrected;
import ledger.domain.account.HourAccountEvent.ServiceReinstated;

import static ledger.domain.account.HoldReason.SERVICE_OVERLAPS;
import static ledger.domain.account.Sample.ACCOUNT;
import static ledger.domain.account.Sample.ACTIVITY;
import static ledger.domain.account.Sample.AUTHORITY;
import static ledger.domain.account.Sample.FACTS;
import static ledger.domain.account.Sample.NOTE;
import static ledger.domain.account.Sample.PARENT;
import static ledger.domain.account.Sample.RECORDED_ON;
import static ledger.domain.account.Sample.RECORDER;
import static ledger.domain.account.Sample.RULEBOOK;
import static ledger.domain.account.Sample.STRANGER;
import static ledger.domain.account.Sample.certified;
import static ledger.domain.account.Sample.content;
import static ledger.domain.account.Sample.declined;
import static ledger.domain.account.Sample.entry;
import static ledger.domain.account.Sample.given;
import static ledger.domain.account.Sample.held;
import static ledger.domain.account.Sample.record;
import static ledger.domain.account.Sample.recorded;
import static ledger.domain.account.Sample.revoked;
import static ledger.domain.account.Sample.saturday;

/** Nothing is edited; a correction is a fact of its own, by those entitled, judged like a new entry (R17, R18). */
class CorrectingServiceTest {

    private static final ServedTime MORNING = saturday("09:00", "11:00");
    private static final ServedTime LONGER = saturday("09:00", "11:30");

    @Test
    void r17_aCorrectionIsANewFactThatNamesItsEntry() {
        given(recorded("a", MORNING)).when(correct(LONGER, RECORDER)).then(corrected(LONGER, RECORDER));
        given(recorded("a", MORNING), certified("a", 120)).when(correct(LONGER, RECORDER))
                .then(corrected(LONGER, RECORDER));
    }

    @Test
    void r17_theRecorderItsParentAndTheAuthorityMayCorrect() {
        given(recorded("a", MORNING)).when(correct(LONGER, PARENT)).then(corrected(LONGER, PARENT));
        given(recorded("a", MORNING)).when(correct(LONGER, AUTHORITY)).then(corrected(LONGER, AUTHORITY));
    }

    @Test
    void r17_nobodyElseMayDecideAboutAnEntry() {
        refusesStranger(MORNING, correct(LONGER, STRANGER));
        refusesStranger(MORNING, new RevokeService(ACCOUNT, entry("a"), STRANGER, "mistake", NOTE, RECORDED_ON));
        given(held("a", MORNING, SERVICE_OVERLAPS))
                .when(new ApproveHeldService(
                        ACCOUNT, entry("a"), STRANGER, NOTE, RECORDED_ON, RULEBOOK, Circumstances.UNKNOWN))
                .thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
        given(held("a", MORNING, SERVICE_OVERLAPS))
                .when(new DeclineHeldService(ACCOUNT, entry("a"), STRANGER, NOTE, RECORDED_ON))
                .thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
        given(recorded("a", MORNING), revoked("a", 120)).when(reinstate(STRANGER))
                .thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
    }

    @Test
    void r17_nobodyElseMayAnswerAnObjection() {
        var objected = new HourAccountEvent.ObjectionRaised(ACCOUNT, entry("a"), NOTE, RECORDED_ON, 3);
        given(recorded("a", MORNING), objected)
                .when(new UpholdObjection(ACCOUNT, entry("a"), STRANGER, NOTE, RECORDED_ON))
                .thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
        given(recorded("a", MORNING), objected)
                .when(new DismissObjection(ACCOUNT, entry("a"), STRANGER, NOTE, RECORDED_ON, RULEBOOK))
                .thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
    }

    @Test
    void r17_aCorrectionToTheSameContentChangesNothing() {
        given(recorded("a", MORNING)).when(correct(MORNING, RECORDER)).thenAlreadySo(entry("a"));
    }

    @Test
    void r17_endedEntriesAreNotCorrectedAndHeldOnesNotRevoked() {
        given(held("a", MORNING, SERVICE_OVERLAPS), declined("a")).when(correct(LONGER, RECORDER))
                .thenRefused(HourAccountRefusal.ENTRY_NOT_STANDING, "entry");
        given(recorded("a", MORNING), revoked("a", 120)).when(correct(LONGER, RECORDER))
                .thenRefused(HourAccountRefusal.ENTRY_NOT_STANDING, "entry");
        given(held("a", MORNING, SERVICE_OVERLAPS))
                .when(new RevokeService(ACCOUNT, entry("a"), RECORDER, "mistake", NOTE, RECORDED_ON))
                .thenRefused(HourAccountRefusal.ENTRY_NOT_STANDING, "entry");
    }

    @Test
    void r17_revokingIsAFactAndTwiceChangesNothing() {
        var revoke = new RevokeService(ACCOUNT, entry("a"), RECORDER, "mistake", NOTE, RECORDED_ON);
        given(recorded("a", MORNING), certified("a", 120)).when(revoke).then(revoked("a", 120));
        given(recorded("a", MORNING), revoked("a", 120)).when(revoke).thenAlreadySo(entry("a"));
    }

    @Test
    void r18_aCorrectionMayNotOverlap() {
        given(recorded("a", MORNING), recorded("b", saturday("11:00", "12:00"))).when(correct(LONGER, AUTHORITY))
                .thenRefused(HourAccountRefusal.SERVICE_OVERLAPS, "servedFrom");
    }

    @Test
    void r18_aCorrectionMayOverlapWhatTheEntrySaidBefore() {
        given(recorded("a", MORNING)).when(correct(saturday("10:00", "12:00"), RECORDER))
                .then(corrected(saturday("10:00", "12:00"), RECORDER));
    }

    @Test
    void r18_aCorrectionMayNotLiftTheDayOverTheLimitUnnoticed() {
        ServedTime tenHours = saturday("08:00", "18:00");
        given(recorded("a", MORNING)).when(correct(tenHours, RECORDER)).thenRefused(
                Refusal.of(HourAccountRefusal.NEEDS_HIGHER_DECISION, "minutes")
                        .with("minutes", 600)
                        .with("limit", 480));
        given(recorded("a", MORNING)).when(correct(tenHours, PARENT)).then(corrected(tenHours, PARENT));
    }

    @Test
    void r18_aCorrectionDoesNotAddToItsOwnFormerMinutes() {
        ServedTime sevenHours = saturday("08:00", "15:00");
        ServedTime eightHours = saturday("08:00", "16:00");
        given(recorded("a", sevenHours)).when(correct(eightHours, RECORDER)).then(corrected(eightHours, 420, RECORDER));
    }

    @Test
    void r18_aCorrectionNeedsWhatANewEntryNeeds() {
        var nameless = new Activity("", "community", "教学", "青禾社区", "person-1", "person-2");
        given(recorded("a", MORNING))
                .when(new CorrectService(ACCOUNT, entry("a"), nameless, LONGER, RECORDER, "time", NOTE, FACTS))
                .thenRefused(HourAccountRefusal.FIELD_MISSING, "activityName");
        given(recorded("a", MORNING)).when(correct(saturday("09:00", "09:00"), RECORDER))
                .thenRefused(HourAccountRefusal.END_NOT_AFTER_START, "servedTo");
        given(recorded("a", MORNING)).when(correct(Sample.on("2026-03-09", "09:00", "10:01"), RECORDER))
                .thenRefused(HourAccountRefusal.SERVICE_IN_THE_FUTURE, "servedTo");
    }

    @Test
    void r18_aCorrectedTimeIsTheOneThatStands() {
        ServedTime afternoon = saturday("14:00", "16:00");
        given(recorded("a", MORNING), corrected(afternoon, RECORDER)).when(record("b", MORNING))
                .then(recorded("b", MORNING));
        given(recorded("a", MORNING), corrected(afternoon, RECORDER)).when(record("b", afternoon))
                .then(held("b", afternoon, SERVICE_OVERLAPS));
    }

    @Test
    void r18_aReinstatedEntryIsJudgedLikeANewOne() {
        given(recorded("a", MORNING), revoked("a", 120), recorded("b", MORNING)).when(reinstate(AUTHORITY))
                .thenRefused(HourAccountRefusal.SERVICE_OVERLAPS, "servedFrom");
    }

    @Test
    void r18_aReinstatedEntryIsAgainWhatItWas() {
        given(recorded("a", MORNING), revoked("a", 120)).when(reinstate(RECORDER))
                .then(reinstated(EntryState.RECORDED));
        given(recorded("a", MORNING), certified("a", 120), revoked("a", 120)).when(reinstate(RECORDER))
                .then(reinstated(EntryState.CERTIFIED));
        given(recorded("a", MORNING)).when(reinstate(RECORDER))
                .thenRefused(HourAccountRefusal.ENTRY_NOT_REVOKED, "entry");
    }

    @Test
    void r18_anEntryIsNotReinstatedBesideItsNextAttempt() {
        ServedTime afternoon = saturday("14:00", "16:00");
        var second = new HourAccountEvent.ServiceRecorded(
                ACCOUNT, entry("a") + "-2", content(record("a", afternoon), 2), Sample.COUNTS_FROM, false);
        given(recorded("a", MORNING), revoked("a", 120), second).when(reinstate(RECORDER))
                .thenRefused(HourAccountRefusal.SOURCE_RECORD_CHANGED, "entry");
    }

    private static void refusesStranger(ServedTime time, LedgerCommand command) {
        given(recorded("a", time)).when(command).thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
    }

    private static CorrectService correct(ServedTime time, Officer officer) {
        return new CorrectService(ACCOUNT, entry("a"), ACTIVITY, time, officer, "time", NOTE, FACTS);
    }

    private static ServiceCorrected corrected(ServedTime time, Officer officer) {
        return corrected(time, 120, officer);
    }

    private static ServiceCorrected corrected(ServedTime time, int minutesBefore, Officer officer) {
        return new ServiceCorrected(
                ACCOUNT, entry("a"), ACTIVITY, time, content(record("a", time), 1).contentDigest(), minutesBefore,
                officer, "time", NOTE, RECORDED_ON, RULEBOOK);
    }

    private static ReinstateService reinstate(Officer officer) {
        return new ReinstateService(
                ACCOUNT, entry("a"), officer, "proven", NOTE, RECORDED_ON, RULEBOOK, Circumstances.UNKNOWN);
    }

    private static ServiceReinstated reinstated(EntryState state) {
        return new ServiceReinstated(
                ACCOUNT, entry("a"), state, RECORDER, "proven", NOTE, RECORDED_ON, LocalDate.parse("2026-03-13"),
                false, RULEBOOK);
    }
}
