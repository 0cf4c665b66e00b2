package ledger.domain.recognition;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.LedgerCommand;
import ledger.domain.account.AnnexNote;

/** What can be asked of a complaint about a volunteer or an organization (F1.19, F2.1). */
public sealed interface ComplaintCommand extends LedgerCommand {

    String complaintId();

    @Override
    default String aggregateId() {
        return complaintId();
    }

    /**
     * Complain.
     *
     * @param subjectId the volunteer or organization
     * @param entryId the entry it is about; absent where it is about none
     * @param raisedBy the person, as facts name actors
     */
    record RaiseComplaint(
            String complaintId,
            String subjectId,
            @Nullable String entryId,
            AnnexNote complaint,
            String raisedBy,
            LocalDate raisedOn)
            implements ComplaintCommand {}

    /** @param answeredBy the person, as facts name actors: of the organization, or the volunteer */
    record AnswerComplaint(String complaintId, AnnexNote answer, String answeredBy, LocalDate answeredOn)
            implements ComplaintCommand {}

    /**
     * @param justified whether it is right
     * @param decidedBy the person, as facts name actors; not the one who complained
     */
    record CloseComplaint(
            String complaintId,
            boolean justified,
            AnnexNote reason,
            String decidedBy,
            String decidedFor,
            LocalDate closedOn)
            implements ComplaintCommand {}
}
