package ledger.domain.recognition;

import ledger.domain.Decision;
import ledger.domain.recognition.FalseHoursCommand.DismissFalseHours;
import ledger.domain.recognition.FalseHoursCommand.FindFalseHours;
import ledger.domain.recognition.FalseHoursCommand.ReportFalseHours;
import ledger.domain.recognition.FalseHoursEvent.FalseHoursDismissed;
import ledger.domain.recognition.FalseHoursEvent.FalseHoursFound;
import ledger.domain.recognition.FalseHoursEvent.FalseHoursReported;

/** A report of false hours: open until another person than who reported it says whether it is so (R25). */
sealed interface FalseHoursCase {

    record Absent() implements FalseHoursCase {}

    record Open(FalseHoursReported report) implements FalseHoursCase {}

    record Found() implements FalseHoursCase {}

    /** It may be reported anew. */
    record Dismissed() implements FalseHoursCase {}

    static Decision<FalseHoursEvent> decide(FalseHoursCase state, FalseHoursCommand command) {
        return switch (command) {
            case ReportFalseHours report -> switch (state) {
                case Absent absent -> open(report);
                case Dismissed dismissed -> open(report);
                case Open open -> Decision.alreadySo(report.caseId());
                case Found found -> Decision.alreadySo(report.caseId());
            };
            case FindFalseHours find -> switch (state) {
                case Open(FalseHoursReported report) -> find.decidedBy().equals(report.reportedBy())
                        ? Decision.refuse(RecognitionRefusal.REPORTER_DOES_NOT_DECIDE, "case")
                        : Decision.accept(new FalseHoursFound(
                                report.caseId(), report.subjectId(), report.barYears(), find.reason(),
                                find.decidedFor(), find.foundOn()));
                case Found found -> Decision.alreadySo(find.caseId());
                case Absent absent -> Decision.refuse(RecognitionRefusal.FALSE_HOURS_UNKNOWN, "case");
                case Dismissed dismissed -> Decision.refuse(RecognitionRefusal.FALSE_HOURS_UNKNOWN, "case");
            };
            case DismissFalseHours dismiss -> switch (state) {
                case Open(FalseHoursReported report) -> Decision.accept(new FalseHoursDismissed(
                        report.caseId(), report.subjectId(), dismiss.reason(), dismiss.decidedFor(),
                        dismiss.dismissedOn()));
                case Found found -> Decision.refuse(RecognitionRefusal.FALSE_HOURS_FOUND, "case");
                case Dismissed dismissed -> Decision.alreadySo(dismiss.caseId());
                case Absent absent -> Decision.refuse(RecognitionRefusal.FALSE_HOURS_UNKNOWN, "case");
            };
        };
    }

    private static Decision<FalseHoursEvent> open(ReportFalseHours report) {
        return Decision.accept(new FalseHoursReported(
                report.caseId(), report.subjectId(), report.entryIds(), report.reasonCode(), report.reason(),
                report.barYears(), report.reportedBy(), report.reportedFor(), report.reportedOn()));
    }

    static FalseHoursCase evolve(FalseHoursEvent event) {
        return switch (event) {
            case FalseHoursReported reported -> new Open(reported);
            case FalseHoursFound found -> new Found();
            case FalseHoursDismissed dismissed -> new Dismissed();
        };
    }
}
