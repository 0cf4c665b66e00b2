package ledger.domain.recognition;

import ledger.domain.Decision;
import ledger.domain.recognition.ComplaintCommand.AnswerComplaint;
import ledger.domain.recognition.ComplaintCommand.CloseComplaint;
import ledger.domain.recognition.ComplaintCommand.RaiseComplaint;
import ledger.domain.recognition.ComplaintEvent.ComplaintAnswered;
import ledger.domain.recognition.ComplaintEvent.ComplaintClosed;
import ledger.domain.recognition.ComplaintEvent.ComplaintRaised;

import static ledger.domain.recognition.ComplaintRefusal.COMPLAINER_DOES_NOT_DECIDE;
import static ledger.domain.recognition.ComplaintRefusal.COMPLAINT_CLOSED;
import static ledger.domain.recognition.ComplaintRefusal.COMPLAINT_UNKNOWN;

/** A complaint: open until a person who did not complain closes it; it may be answered before (F1.19, F2.1). */
sealed interface Complaint {

    record Absent() implements Complaint {}

    /** @param answered whether it was answered */
    record Open(ComplaintRaised raised, boolean answered) implements Complaint {}

    record Closed() implements Complaint {}

    static Decision<ComplaintEvent> decide(Complaint state, ComplaintCommand command) {
        return switch (state) {
            case Absent absent -> switch (command) {
                case RaiseComplaint raise -> Decision.accept(new ComplaintRaised(
                        raise.complaintId(), raise.subjectId(), raise.entryId(), raise.complaint(), raise.raisedBy(),
                        raise.raisedOn()));
                case AnswerComplaint answer -> Decision.refuse(COMPLAINT_UNKNOWN, "complaint");
                case CloseComplaint close -> Decision.refuse(COMPLAINT_UNKNOWN, "complaint");
            };
            case Open(ComplaintRaised raised, boolean answered) -> switch (command) {
                case RaiseComplaint raise -> Decision.alreadySo(raise.complaintId());
                case AnswerComplaint answer -> answered
                        ? Decision.alreadySo(answer.complaintId())
                        : Decision.accept(new ComplaintAnswered(
                                raised.complaintId(), raised.subjectId(), answer.answer(), answer.answeredBy(),
                                answer.answeredOn()));
                case CloseComplaint close -> close.decidedBy().equals(raised.raisedBy())
                        ? Decision.refuse(COMPLAINER_DOES_NOT_DECIDE, "complaint")
                        : Decision.accept(new ComplaintClosed(
                                raised.complaintId(), raised.subjectId(), close.justified(), close.reason(),
                                close.decidedFor(), close.closedOn()));
            };
            case Closed closed -> switch (command) {
                case RaiseComplaint raise -> Decision.alreadySo(raise.complaintId());
                case AnswerComplaint answer -> Decision.refuse(COMPLAINT_CLOSED, "complaint");
                case CloseComplaint close -> Decision.alreadySo(close.complaintId());
            };
        };
    }

    static Complaint evolve(Complaint state, ComplaintEvent event) {
        return switch (event) {
            case ComplaintRaised raised -> new Open(raised, false);
            case ComplaintAnswered answered -> state instanceof Open(ComplaintRaised raised, boolean before)
                    ? new Open(raised, true)
                    : state;
            case ComplaintClosed closed -> new Closed();
        };
    }
}
