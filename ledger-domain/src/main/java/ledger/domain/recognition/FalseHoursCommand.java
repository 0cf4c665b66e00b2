package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ledger.domain.Digest;
import ledger.domain.LedgerCommand;
import ledger.domain.account.AnnexNote;

/** What can be asked about hours that somebody holds to be false (R25). */
public sealed interface FalseHoursCommand extends LedgerCommand {

    String caseId();

    @Override
    default String aggregateId() {
        return caseId();
    }

    /** The same entries of the same subject are one case, so that reporting it twice is harmless. */
    static String caseId(String subjectId, Collection<String> entryIds) {
        return "false-hours-" + Digest.of(subjectId, String.join(" ", entryIds.stream().sorted().distinct().toList()))
                .substring(0, 32);
    }

    /**
     * Hold entries to be false. Nothing follows before another person finds so too.
     *
     * @param entryIds the entries, at least one
     * @param reasonCode a short stable word, such as {@code never-served}
     * @param barYears years without awards that are asked for; 0 where each scheme's fewest apply
     * @param reportedBy the person, as facts name actors
     * @param reportedFor organization in whose name
     */
    record ReportFalseHours(
            String subjectId,
            List<String> entryIds,
            String reasonCode,
            @Nullable AnnexNote reason,
            int barYears,
            String reportedBy,
            String reportedFor,
            LocalDate reportedOn)
            implements FalseHoursCommand {
        public ReportFalseHours {
            entryIds = entryIds.stream().sorted().distinct().toList();
        }

        @Override
        public String caseId() {
            return FalseHoursCommand.caseId(subjectId, entryIds);
        }
    }

    /** Find that they are false: schemes bar from that day on. Who reported it does not decide. */
    record FindFalseHours(
            String caseId, String decidedBy, String decidedFor, @Nullable AnnexNote reason, LocalDate foundOn)
            implements FalseHoursCommand {}

    record DismissFalseHours(
            String caseId, String decidedBy, String decidedFor, @Nullable AnnexNote reason, LocalDate dismissedOn)
            implements FalseHoursCommand {}
}
