package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.Scenario;
import ledger.domain.account.AnnexNote;
import ledger.domain.recognition.FalseHoursCommand.DismissFalseHours;
import ledger.domain.recognition.FalseHoursCommand.FindFalseHours;
import ledger.domain.recognition.FalseHoursCommand.ReportFalseHours;
import ledger.domain.recognition.FalseHoursEvent.FalseHoursDismissed;
import ledger.domain.recognition.FalseHoursEvent.FalseHoursFound;
import ledger.domain.recognition.FalseHoursEvent.FalseHoursReported;

import static org.assertj.core.api.Assertions.assertThat;

/** Hours are false when two persons found so (R25). */
class FalseHoursTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final AnnexNote NOTE = new AnnexNote("note-1", "digest-1");
    private static final ReportFalseHours REPORT = report("entry-a", "entry-b");
    private static final String CASE = REPORT.caseId();
    private static final FalseHoursReported REPORTED = new FalseHoursReported(
            CASE, "volunteer-li", List.of("entry-a", "entry-b"), "never-served", NOTE, 2, "token-a", "organization-a",
            DAY);
    private static final FalseHoursFound FOUND =
            new FalseHoursFound(CASE, "volunteer-li", 2, NOTE, "organization-city", DAY);
    private static final FalseHoursDismissed DISMISSED =
            new FalseHoursDismissed(CASE, "volunteer-li", NOTE, "organization-city", DAY);

    @Test
    void r25_theSameEntriesAreOneCase() {
        given().when(REPORT).then(REPORTED);
        given(REPORTED).when(report("entry-b", "entry-a", "entry-b")).thenAlreadySo(CASE);
        assertThat(report("entry-b").caseId()).isNotEqualTo(CASE);
    }

    @Test
    void r25_anotherPersonThanTheReporterDecides() {
        given(REPORTED).when(find("token-a")).thenRefused(RecognitionRefusal.REPORTER_DOES_NOT_DECIDE, "case");
        given(REPORTED).when(find("token-b")).then(FOUND);
        given(REPORTED, FOUND).when(find("token-c")).thenAlreadySo(CASE);
        given(REPORTED, FOUND).when(REPORT).thenAlreadySo(CASE);
        given().when(find("token-b")).thenRefused(RecognitionRefusal.FALSE_HOURS_UNKNOWN, "case");
    }

    @Test
    void r25_whatIsDismissedIsReportedAnewAndWhatIsFoundIsNotDismissed() {
        given(REPORTED).when(dismiss()).then(DISMISSED);
        given(REPORTED, DISMISSED).when(dismiss()).thenAlreadySo(CASE);
        given(REPORTED, DISMISSED).when(find("token-b"))
                .thenRefused(RecognitionRefusal.FALSE_HOURS_UNKNOWN, "case");
        given(REPORTED, DISMISSED).when(REPORT).then(REPORTED);
        given(REPORTED, FOUND).when(dismiss()).thenRefused(RecognitionRefusal.FALSE_HOURS_FOUND, "case");
        given().when(dismiss()).thenRefused(RecognitionRefusal.FALSE_HOURS_UNKNOWN, "case");
    }

    private static Scenario<FalseHoursCaseAggregate> given(Fact... facts) {
        return Scenario.given(FalseHoursCaseAggregate.class, facts);
    }

    private static ReportFalseHours report(String... entries) {
        return new ReportFalseHours(
                "volunteer-li", List.of(entries), "never-served", NOTE, 2, "token-a", "organization-a", DAY);
    }

    private static FindFalseHours find(String decidedBy) {
        return new FindFalseHours(CASE, decidedBy, "organization-city", NOTE, DAY);
    }

    private static DismissFalseHours dismiss() {
        return new DismissFalseHours(CASE, "token-a", "organization-city", NOTE, DAY);
    }
}
