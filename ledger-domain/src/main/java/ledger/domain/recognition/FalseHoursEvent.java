package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;
import ledger.domain.account.AnnexNote;

/** What happened to a report of false hours. It changes no entry: what is false is revoked as ever (R17, R25). */
public sealed interface FalseHoursEvent extends Fact {

    String caseId();

    String subjectId();

    record FalseHoursReported(
            String caseId,
            String subjectId,
            List<String> entryIds,
            String reasonCode,
            @Nullable AnnexNote reason,
            int barYears,
            String reportedBy,
            String reportedFor,
            LocalDate reportedOn)
            implements FalseHoursEvent {
        public FalseHoursReported {
            entryIds = List.copyOf(entryIds);
        }
    }

    /** Two persons found so; from this day on schemes bar the subject as long as they say. */
    record FalseHoursFound(
            String caseId,
            String subjectId,
            int barYears,
            @Nullable AnnexNote reason,
            String decidedFor,
            LocalDate foundOn)
            implements FalseHoursEvent {}

    record FalseHoursDismissed(
            String caseId, String subjectId, @Nullable AnnexNote reason, String decidedFor, LocalDate dismissedOn)
            implements FalseHoursEvent {}
}
