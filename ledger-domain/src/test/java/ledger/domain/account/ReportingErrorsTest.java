package ledger.domain.account;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import ledger.domain.account.HourAccountCommand.CorrectService;
import ledger.domain.account.HourAccountCommand.DismissErrorReport;
import ledger.domain.account.HourAccountCommand.ReportError;
import ledger.domain.account.HourAccountEvent.ErrorReportDismissed;
import ledger.domain.account.HourAccountEvent.ErrorReported;
import ledger.domain.account.HourAccountEvent.ServiceCorrected;

import static ledger.domain.account.HoldReason.SERVICE_OVERLAPS;
import static ledger.domain.account.Sample.ACCOUNT;
import static ledger.domain.account.Sample.ACTIVITY;
import static ledger.domain.account.Sample.NOTE;
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

/** A volunteer reports errors at any time; the entry counts on until the report is answered (R16). */
class ReportingErrorsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-20");
    private static final ServedTime MORNING = saturday("09:00", "11:00");
    private static final ServedTime LONGER = saturday("09:00", "11:30");
    private static final ReportError REPORT = new ReportError(ACCOUNT, entry("a"), NOTE, DAY);
    private static final ErrorReported REPORTED = new ErrorReported(ACCOUNT, entry("a"), NOTE, DAY);

    @Test
    void r16_whateverIsNoLongerInNoticeCanBeReported() {
        given(recorded("a", MORNING), certified("a", 120)).when(REPORT).then(REPORTED);
        given(recorded("a", MORNING), revoked("a", 120)).when(REPORT).then(REPORTED);
        given(held("a", MORNING, SERVICE_OVERLAPS)).when(REPORT).then(REPORTED);
        given(held("a", MORNING, SERVICE_OVERLAPS), declined("a")).when(REPORT).then(REPORTED);
    }

    @Test
    void r16_whatIsInNoticeIsObjectedToInstead() {
        given(recorded("a", MORNING)).when(REPORT).thenRefused(HourAccountRefusal.ENTRY_IN_NOTICE, "entry");
        given().when(REPORT).thenRefused(HourAccountRefusal.ENTRY_UNKNOWN, "entry");
    }

    @Test
    void r16_aSecondReportChangesNothingUntilTheFirstIsAnswered() {
        given(recorded("a", MORNING), certified("a", 120), REPORTED).when(REPORT).thenAlreadySo(entry("a"));
        given(recorded("a", MORNING), certified("a", 120), REPORTED, dismissed()).when(REPORT).then(REPORTED);
    }

    @Test
    void r16_aReportedEntryStillTakesItsTime() {
        given(recorded("a", MORNING), certified("a", 120), REPORTED).when(record("b", MORNING))
                .then(held("b", MORNING, SERVICE_OVERLAPS));
    }

    @Test
    void r16_aReportIsDismissedByWhoMayDecide() {
        given(recorded("a", MORNING), certified("a", 120), REPORTED).when(dismiss(RECORDER)).then(dismissed());
        given(recorded("a", MORNING), certified("a", 120), REPORTED).when(dismiss(STRANGER))
                .thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
        given(recorded("a", MORNING), certified("a", 120)).when(dismiss(RECORDER))
                .thenRefused(HourAccountRefusal.NO_REPORT_OPEN, "entry");
    }

    @Test
    void r16_aCorrectionOrRevocationAnswersAReport() {
        var correct = new CorrectService(
                ACCOUNT, entry("a"), ACTIVITY, LONGER, RECORDER, "time", NOTE, Sample.factsOn(DAY));
        var corrected = new ServiceCorrected(
                ACCOUNT, entry("a"), ACTIVITY, LONGER, content(record("a", LONGER), 1).contentDigest(), 120, RECORDER,
                "time", NOTE, DAY, RULEBOOK);
        given(recorded("a", MORNING), certified("a", 120), REPORTED).when(correct).then(corrected);
        given(recorded("a", MORNING), certified("a", 120), REPORTED, corrected).when(dismiss(RECORDER))
                .thenRefused(HourAccountRefusal.NO_REPORT_OPEN, "entry");
        given(recorded("a", MORNING), certified("a", 120), REPORTED, revoked("a", 120)).when(dismiss(RECORDER))
                .thenRefused(HourAccountRefusal.NO_REPORT_OPEN, "entry");
    }

    @Test
    void r16_aReportThatIsRightIsAnsweredByPuttingTheEntryRight() {
        var uphold = new HourAccountCommand.UpholdObjection(ACCOUNT, entry("a"), RECORDER, NOTE, DAY);
        given(recorded("a", MORNING), certified("a", 120), REPORTED).when(uphold)
                .thenRefused(HourAccountRefusal.REPORT_NEEDS_CORRECTION, "entry");
        given(recorded("a", MORNING), certified("a", 120)).when(uphold)
                .thenRefused(HourAccountRefusal.NO_OBJECTION_OPEN, "entry");
    }

    private static DismissErrorReport dismiss(Officer officer) {
        return new DismissErrorReport(ACCOUNT, entry("a"), officer, NOTE, DAY);
    }

    private static ErrorReportDismissed dismissed() {
        return new ErrorReportDismissed(ACCOUNT, entry("a"), RECORDER, NOTE, DAY);
    }
}
