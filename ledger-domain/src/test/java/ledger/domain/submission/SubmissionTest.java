package ledger.domain.submission;

import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.Scenario;
import ledger.domain.submission.SubmissionCommand.CompleteRoster;
import ledger.domain.submission.SubmissionCommand.SubmitRoster;
import ledger.domain.submission.SubmissionEvent.RosterCompleted;
import ledger.domain.submission.SubmissionEvent.RosterSubmitted;

class SubmissionTest {

    private static final SubmitRoster SUBMIT =
            new SubmitRoster("submission-1", "8c1e", "csv; charset=UTF-8", "organization-station", null);
    private static final RosterSubmitted SUBMITTED =
            new RosterSubmitted("submission-1", "8c1e", "csv; charset=UTF-8", "organization-station", null);
    private static final RosterCompleted COMPLETED = new RosterCompleted("submission-1", 10, 5, 2, 2, 1);

    @Test
    void r9_theSameSubmissionAgainChangesNothing() {
        given().when(SUBMIT).then(SUBMITTED);
        given(SUBMITTED).when(SUBMIT).thenAlreadySo("submission-1");
        given(SUBMITTED, COMPLETED).when(SUBMIT).thenAlreadySo("submission-1");
    }

    @Test
    void completesOnceEveryRowHasItsFate() {
        given(SUBMITTED).when(new CompleteRoster("submission-1", 10, 5, 2, 2, 1)).then(COMPLETED);
        given(SUBMITTED, COMPLETED).when(new CompleteRoster("submission-1", 10, 5, 2, 2, 1))
                .thenAlreadySo("submission-1");
    }

    @Test
    void refusesCountsThatDoNotAddUp() {
        given(SUBMITTED).when(new CompleteRoster("submission-1", 10, 5, 2, 2, 0))
                .thenRefused(SubmissionRefusal.COUNTS_DISAGREE, "rows");
    }

    @Test
    void refusesToCompleteWhatWasNeverSubmitted() {
        given().when(new CompleteRoster("submission-1", 0, 0, 0, 0, 0))
                .thenRefused(SubmissionRefusal.SUBMISSION_UNKNOWN, "submission");
    }

    private static Scenario<SubmissionAggregate> given(Fact... history) {
        return Scenario.given(SubmissionAggregate.class, history);
    }
}
