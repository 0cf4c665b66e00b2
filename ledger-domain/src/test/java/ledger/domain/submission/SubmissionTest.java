package ledger.domain.submission;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.Scenario;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;
import ledger.domain.submission.SubmissionCommand.CompleteReversal;
import ledger.domain.submission.SubmissionCommand.CompleteRoster;
import ledger.domain.submission.SubmissionCommand.ReverseRoster;
import ledger.domain.submission.SubmissionCommand.SubmitRoster;
import ledger.domain.submission.SubmissionEvent.ReversalCompleted;
import ledger.domain.submission.SubmissionEvent.RosterCompleted;
import ledger.domain.submission.SubmissionEvent.RosterReversed;
import ledger.domain.submission.SubmissionEvent.RosterSubmitted;

class SubmissionTest {

    private static final SubmitRoster SUBMIT =
            new SubmitRoster("submission-1", "8c1e", "csv; charset=UTF-8", "organization-station", null);
    private static final RosterSubmitted SUBMITTED =
            new RosterSubmitted("submission-1", "8c1e", "csv; charset=UTF-8", "organization-station", null);
    private static final RosterCompleted COMPLETED = new RosterCompleted("submission-1", 10, 5, 2, 2, 1);

    private static final Officer OFFICER = new Officer("organization-station", Tier.OWN);
    private static final AnnexNote REASON = new AnnexNote("note-1", "5f1c");
    private static final RosterReversed REVERSED =
            new RosterReversed("submission-1", OFFICER, REASON, LocalDate.parse("2026-03-12"));
    private static final ReversalCompleted TAKEN_BACK = new ReversalCompleted("submission-1", 5, 2, 0);

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

    @Test
    void r17_aWholeRosterIsTakenBackByFactsOfItsOwn() {
        given(SUBMITTED, COMPLETED).when(reverse(false)).then(REVERSED);
        given(SUBMITTED, COMPLETED, REVERSED).when(new CompleteReversal("submission-1", 5, 2, 0)).then(TAKEN_BACK);
    }

    @Test
    void r9_takingARosterBackTwiceChangesNothing() {
        given(SUBMITTED, COMPLETED, REVERSED).when(reverse(false)).thenAlreadySo("submission-1");
        given(SUBMITTED, COMPLETED, REVERSED, TAKEN_BACK).when(reverse(false)).thenAlreadySo("submission-1");
        given(SUBMITTED, COMPLETED, REVERSED, TAKEN_BACK).when(new CompleteReversal("submission-1", 5, 2, 0))
                .thenAlreadySo("submission-1");
    }

    @Test
    void refusesToTakeBackARosterWhoseRowsAreBeingAnsweredAndTakesBackOneThatNobodyGoesOnWith() {
        given(SUBMITTED).when(reverse(true)).thenRefused(SubmissionRefusal.SUBMISSION_UNDER_WAY, "submission");
        given(SUBMITTED).when(reverse(false)).then(REVERSED);
        given(SUBMITTED, REVERSED).when(new CompleteRoster("submission-1", 10, 5, 2, 2, 1))
                .thenAlreadySo("submission-1");
    }

    @Test
    void refusesToTakeBackWhatWasNeverSubmittedOrToFinishWhatWasNotBegun() {
        given().when(reverse(false)).thenRefused(SubmissionRefusal.SUBMISSION_UNKNOWN, "submission");
        given().when(new CompleteReversal("submission-1", 0, 0, 0))
                .thenRefused(SubmissionRefusal.SUBMISSION_UNKNOWN, "submission");
        given(SUBMITTED, COMPLETED).when(new CompleteReversal("submission-1", 5, 2, 0))
                .thenRefused(SubmissionRefusal.NOT_BEING_REVERSED, "submission");
    }

    private static ReverseRoster reverse(boolean underWay) {
        return new ReverseRoster("submission-1", OFFICER, underWay, REASON, LocalDate.parse("2026-03-12"));
    }

    private static Scenario<SubmissionAggregate> given(Fact... history) {
        return Scenario.given(SubmissionAggregate.class, history);
    }
}
