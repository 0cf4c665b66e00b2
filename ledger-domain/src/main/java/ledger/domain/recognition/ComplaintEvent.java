package ledger.domain.recognition;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;
import ledger.domain.account.AnnexNote;

/** What happened to a complaint (F1.19, F2.1). It changes no entry: what is wrong is corrected or revoked as ever. */
public sealed interface ComplaintEvent extends Fact {

    String complaintId();

    String subjectId();

    record ComplaintRaised(
            String complaintId,
            String subjectId,
            @Nullable String entryId,
            AnnexNote complaint,
            String raisedBy,
            LocalDate raisedOn)
            implements ComplaintEvent {}

    record ComplaintAnswered(
            String complaintId, String subjectId, AnnexNote answer, String answeredBy, LocalDate answeredOn)
            implements ComplaintEvent {}

    record ComplaintClosed(
            String complaintId,
            String subjectId,
            boolean justified,
            AnnexNote reason,
            String decidedFor,
            LocalDate closedOn)
            implements ComplaintEvent {}
}
