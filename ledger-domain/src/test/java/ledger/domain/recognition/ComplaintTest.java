package ledger.domain.recognition;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.Scenario;
import ledger.domain.account.AnnexNote;
import ledger.domain.recognition.ComplaintCommand.AnswerComplaint;
import ledger.domain.recognition.ComplaintCommand.CloseComplaint;
import ledger.domain.recognition.ComplaintCommand.RaiseComplaint;
import ledger.domain.recognition.ComplaintEvent.ComplaintAnswered;
import ledger.domain.recognition.ComplaintEvent.ComplaintClosed;
import ledger.domain.recognition.ComplaintEvent.ComplaintRaised;

/** A complaint is raised, may be answered, and is closed by somebody else (F1.19, F2.1). */
class ComplaintTest {

    private static final String ID = "complaint-1";
    private static final String LI = "volunteer-li";
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final AnnexNote NOTE = new AnnexNote("note-1", "digest-1");
    private static final ComplaintRaised RAISED = new ComplaintRaised(ID, LI, "entry-a", NOTE, "token-a", DAY);
    private static final ComplaintAnswered ANSWERED = new ComplaintAnswered(ID, LI, NOTE, "token-b", DAY);
    private static final ComplaintClosed CLOSED =
            new ComplaintClosed(ID, LI, true, NOTE, "organization-city", DAY.plusDays(1));

    @Test
    void itIsRaisedOnce() {
        RaiseComplaint raise = new RaiseComplaint(ID, LI, "entry-a", NOTE, "token-a", DAY);
        given().when(raise).then(RAISED);
        given(RAISED).when(raise).thenAlreadySo(ID);
        given(RAISED, CLOSED).when(raise).thenAlreadySo(ID);
    }

    @Test
    void itIsAnsweredOnceWhileItIsOpen() {
        AnswerComplaint answer = new AnswerComplaint(ID, NOTE, "token-b", DAY);
        given(RAISED).when(answer).then(ANSWERED);
        given(RAISED, ANSWERED).when(answer).thenAlreadySo(ID);
        given(RAISED, CLOSED).when(answer).thenRefused(ComplaintRefusal.COMPLAINT_CLOSED, "complaint");
        given().when(answer).thenRefused(ComplaintRefusal.COMPLAINT_UNKNOWN, "complaint");
    }

    @Test
    void anotherPersonClosesItAnsweredOrNot() {
        given(RAISED).when(close("token-a")).thenRefused(ComplaintRefusal.COMPLAINER_DOES_NOT_DECIDE, "complaint");
        given(RAISED).when(close("token-c")).then(CLOSED);
        given(RAISED, ANSWERED).when(close("token-c")).then(CLOSED);
        given(RAISED, ANSWERED, CLOSED).when(close("token-c")).thenAlreadySo(ID);
        given().when(close("token-c")).thenRefused(ComplaintRefusal.COMPLAINT_UNKNOWN, "complaint");
    }

    private static Scenario<ComplaintAggregate> given(Fact... facts) {
        return Scenario.given(ComplaintAggregate.class, facts);
    }

    private static CloseComplaint close(String by) {
        return new CloseComplaint(ID, true, NOTE, by, "organization-city", DAY.plusDays(1));
    }
}
