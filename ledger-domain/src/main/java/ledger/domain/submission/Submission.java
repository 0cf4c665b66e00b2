package ledger.domain.submission;

import ledger.domain.Decision;
import ledger.domain.submission.SubmissionCommand.CompleteRoster;
import ledger.domain.submission.SubmissionCommand.SubmitRoster;
import ledger.domain.submission.SubmissionEvent.RosterCompleted;
import ledger.domain.submission.SubmissionEvent.RosterSubmitted;

/** A submission: not yet there, open while its rows are answered, complete. */
sealed interface Submission {

    record Absent() implements Submission {}

    record Open() implements Submission {}

    record Complete() implements Submission {}

    static Decision<SubmissionEvent> decide(Submission state, SubmissionCommand command) {
        return switch (command) {
            case SubmitRoster submit -> switch (state) {
                case Absent absent -> Decision.accept(new RosterSubmitted(
                        submit.submissionId(), submit.contentDigest(), submit.format(), submit.submittedBy(),
                        submit.fileName()));
                case Open open -> Decision.alreadySo(submit.submissionId());
                case Complete complete -> Decision.alreadySo(submit.submissionId());
            };
            case CompleteRoster c -> switch (state) {
                case Absent absent -> Decision.refuse(SubmissionRefusal.SUBMISSION_UNKNOWN, "submission");
                case Complete complete -> Decision.alreadySo(c.submissionId());
                case Open open -> c.accepted() + c.held() + c.refused() + c.duplicate() == c.rows()
                        ? Decision.accept(new RosterCompleted(
                                c.submissionId(), c.rows(), c.accepted(), c.held(), c.refused(), c.duplicate()))
                        : Decision.refuse(SubmissionRefusal.COUNTS_DISAGREE, "rows");
            };
        };
    }

    static Submission evolve(Submission state, SubmissionEvent event) {
        return switch (event) {
            case RosterSubmitted submitted -> new Open();
            case RosterCompleted completed -> new Complete();
        };
    }
}
