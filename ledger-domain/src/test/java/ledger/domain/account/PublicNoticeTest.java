package ledger.domain.account;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ledger.domain.Refusal;
import ledger.domain.account.HourAccountCommand.CertifyService;
import ledger.domain.account.HourAccountCommand.DeclineHeldService;
import ledger.domain.account.HourAccountCommand.DismissObjection;
import ledger.domain.account.HourAccountCommand.RaiseObjection;
import ledger.domain.account.HourAccountCommand.UpholdObjection;
import ledger.domain.account.HourAccountEvent.ObjectionDismissed;
import ledger.domain.account.HourAccountEvent.ObjectionRaised;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.account.HoldReason.SERVICE_OVERLAPS;
import static ledger.domain.account.Sample.ACCOUNT;
import static ledger.domain.account.Sample.NOTE;
import static ledger.domain.account.Sample.RECORDER;
import static ledger.domain.account.Sample.RULEBOOK;
import static ledger.domain.account.Sample.certified;
import static ledger.domain.account.Sample.declined;
import static ledger.domain.account.Sample.entry;
import static ledger.domain.account.Sample.given;
import static ledger.domain.account.Sample.held;
import static ledger.domain.account.Sample.record;
import static ledger.domain.account.Sample.recorded;
import static ledger.domain.account.Sample.revoked;
import static ledger.domain.account.Sample.saturday;

/** An entry counts once its notice is over; an objection stops the clock (R16). */
class PublicNoticeTest {

    private static final ServedTime MORNING = saturday("09:00", "11:00");

    @Test
    void r16_threeWorkingDaysOverTheSpringFestival() {
        // Recorded on Thursday 12 February 2026: Friday 13, the worked Saturday 14, then nine days off, Tuesday 24.
        countsFrom("2026-02-12", "2026-02-25");
    }

    @Test
    void r16_threeWorkingDaysOverAWorkedWeekend() {
        // Recorded on Thursday 26 February 2026: Friday 27, the worked Saturday 28, Monday 2 March.
        countsFrom("2026-02-26", "2026-03-03");
    }

    @Test
    void r16_threeWorkingDaysOverAPlainWeekend() {
        // Recorded on Thursday 12 March 2026: Friday 13, Monday 16, Tuesday 17.
        countsFrom("2026-03-12", "2026-03-18");
    }

    @Test
    void r16_certifiesOnTheDayAfterTheNotice() {
        given(recorded("a", MORNING)).when(certifyOn("2026-03-13")).then(certified("a", 120));
    }

    @Test
    void r16_refusesToCertifyOnTheLastDayOfTheNotice() {
        given(recorded("a", MORNING)).when(certifyOn("2026-03-12")).thenRefused(
                Refusal.of(HourAccountRefusal.NOTICE_NOT_OVER, "entry").with("countsFrom", "2026-03-13"));
    }

    @Test
    void r16_certifyingTwiceChangesNothing() {
        given(recorded("a", MORNING), certified("a", 120)).when(certifyOn("2026-03-20")).thenAlreadySo(entry("a"));
    }

    @Test
    void r16_certifiesOnlyWhatIsInNotice() {
        given(held("a", MORNING, SERVICE_OVERLAPS)).when(certifyOn("2026-03-13"))
                .thenRefused(HourAccountRefusal.ENTRY_NOT_IN_NOTICE, "entry");
        given(held("a", MORNING, SERVICE_OVERLAPS), declined("a")).when(certifyOn("2026-03-13"))
                .thenRefused(HourAccountRefusal.ENTRY_NOT_IN_NOTICE, "entry");
        given(recorded("a", MORNING), revoked("a", 120)).when(certifyOn("2026-03-13"))
                .thenRefused(HourAccountRefusal.ENTRY_NOT_IN_NOTICE, "entry");
        given(recorded("b", MORNING)).when(certifyOn("2026-03-13"))
                .thenRefused(HourAccountRefusal.ENTRY_UNKNOWN, "entry");
    }

    @Test
    void r16_anObjectionStopsTheClock() {
        given(recorded("a", MORNING)).when(objectOn("2026-03-10")).then(objected("2026-03-10", 2));
        given(recorded("a", MORNING), objected("2026-03-10", 2)).when(certifyOn("2026-03-31"))
                .thenRefused(HourAccountRefusal.OBJECTION_OPEN, "entry");
    }

    @Test
    void r16_anObjectionLeavesTheDaysThatWereStillToRun() {
        given(recorded("a", MORNING)).when(objectOn("2026-03-09")).then(objected("2026-03-09", 3));
        given(recorded("a", MORNING)).when(objectOn("2026-03-12")).then(objected("2026-03-12", 0));
        given(recorded("a", MORNING)).when(objectOn("2026-03-16")).then(objected("2026-03-16", 0));
    }

    @Test
    void r16_aSecondObjectionChangesNothing() {
        given(recorded("a", MORNING), objected("2026-03-10", 2)).when(objectOn("2026-03-11"))
                .thenAlreadySo(entry("a"));
    }

    @Test
    void r16_objectionsAreForEntriesInNotice() {
        given(recorded("a", MORNING), certified("a", 120)).when(objectOn("2026-03-16"))
                .thenRefused(HourAccountRefusal.ENTRY_NOT_IN_NOTICE, "entry");
    }

    @Test
    void r16_aDismissalResumesWithTheDaysLeft() {
        // Two days were left; dismissed on Friday 20 March, they are Monday 23 and Tuesday 24.
        given(recorded("a", MORNING), objected("2026-03-10", 2)).when(dismissOn("2026-03-20"))
                .then(dismissed("2026-03-20", "2026-03-25"));
        given(recorded("a", MORNING), objected("2026-03-10", 2), dismissed("2026-03-20", "2026-03-25"))
                .when(certifyOn("2026-03-24"))
                .thenRefused(HourAccountRefusal.NOTICE_NOT_OVER, "entry");
    }

    @Test
    void r16_aDismissalWithNoDaysLeftLetsTheEntryCountAtOnce() {
        given(recorded("a", MORNING), objected("2026-03-12", 0)).when(dismissOn("2026-03-20"))
                .then(dismissed("2026-03-20", "2026-03-20"));
    }

    @Test
    void r16_whereTheRulebookSaysSoANoticeBeginsAnewAfterADismissal() {
        // Three days from Friday 20 March on: Monday 23, Tuesday 24, Wednesday 25.
        ObjectionDismissed anew = new ObjectionDismissed(
                ACCOUNT, entry("a"), RECORDER, NOTE, LocalDate.parse("2026-03-20"), LocalDate.parse("2026-03-26"),
                false, 3);
        DismissObjection dismiss = new DismissObjection(
                ACCOUNT, entry("a"), RECORDER, NOTE, LocalDate.parse("2026-03-20"), "anew/1");
        given(recorded("a", MORNING), objected("2026-03-10", 2)).when(dismiss, Rulebooks.with(Map.of("anew.yaml", """
                        id: anew
                        version: "1"
                        effectiveFrom: 2020-01-01
                        title: {zh: 重新公示, en: Notice begins anew}
                        dailyLimit: none
                        notice: {workingDays: 3}
                        objections: {answerWorkingDays: 5, afterDismissal: restart}
                        creditGrades: [SYSTEM_TIMED]
                        """)))
                .then(anew);
        given(recorded("a", MORNING), objected("2026-03-10", 2), anew).when(certifyOn("2026-03-25"))
                .thenRefused(Refusal.of(HourAccountRefusal.NOTICE_NOT_OVER, "entry").with("countsFrom", "2026-03-26"));
        given(recorded("a", MORNING), objected("2026-03-10", 2), anew).when(objectOn("2026-03-24"))
                .then(objected("2026-03-24", 1));
    }

    @Test
    void r16_anUpheldObjectionEndsTheEntryAndFreesItsTime() {
        var upheld = new HourAccountEvent.ObjectionUpheld(
                ACCOUNT, entry("a"), RECORDER, NOTE, LocalDate.parse("2026-03-20"));
        given(recorded("a", MORNING), objected("2026-03-10", 2))
                .when(new UpholdObjection(ACCOUNT, entry("a"), RECORDER, NOTE, LocalDate.parse("2026-03-20")))
                .then(upheld);
        given(recorded("a", MORNING), objected("2026-03-10", 2), upheld).when(record("b", MORNING))
                .then(recorded("b", MORNING));
    }

    @Test
    void r16_noObjectionNoAnswer() {
        given(recorded("a", MORNING)).when(dismissOn("2026-03-20"))
                .thenRefused(HourAccountRefusal.NO_OBJECTION_OPEN, "entry");
    }

    @Test
    void r16_declinesHeldServiceOnceAndOnlyHeldService() {
        var decline = new DeclineHeldService(ACCOUNT, entry("a"), RECORDER, NOTE, Sample.RECORDED_ON);
        given(held("a", MORNING, SERVICE_OVERLAPS)).when(decline).then(declined("a"));
        given(held("a", MORNING, SERVICE_OVERLAPS), declined("a")).when(decline).thenAlreadySo(entry("a"));
        given(recorded("a", MORNING)).when(decline).thenRefused(HourAccountRefusal.ENTRY_NOT_HELD, "entry");
    }

    private static void countsFrom(String recordedOn, String countsFrom) {
        LocalDate day = LocalDate.parse(recordedOn);
        var command = record("a", Sample.on("2026-02-07", "09:00", "11:00"), Sample.factsOn(day));
        given().when(command).then(new HourAccountEvent.ServiceRecorded(
                ACCOUNT, entry("a"), Sample.content(command, 1), LocalDate.parse(countsFrom), false));
    }

    private static CertifyService certifyOn(String day) {
        return new CertifyService(ACCOUNT, entry("a"), LocalDate.parse(day));
    }

    private static RaiseObjection objectOn(String day) {
        return new RaiseObjection(ACCOUNT, entry("a"), NOTE, LocalDate.parse(day));
    }

    private static DismissObjection dismissOn(String day) {
        return new DismissObjection(ACCOUNT, entry("a"), RECORDER, NOTE, LocalDate.parse(day), RULEBOOK);
    }

    private static ObjectionRaised objected(String day, int noticeDaysLeft) {
        return new ObjectionRaised(ACCOUNT, entry("a"), NOTE, LocalDate.parse(day), noticeDaysLeft);
    }

    private static ObjectionDismissed dismissed(String day, String countsFrom) {
        return new ObjectionDismissed(
                ACCOUNT, entry("a"), RECORDER, NOTE, LocalDate.parse(day), LocalDate.parse(countsFrom), false);
    }
}
