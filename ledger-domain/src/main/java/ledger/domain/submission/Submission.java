package ledger.domain.submission;

import ledger.domain.Decision;
import ledger.domain.submission.SubmissionCommand.CompleteReversal;
import ledger.domain.submission.SubmissionCommand.CompleteRoster;
import ledger.domain.submission.SubmissionCommand.ReverseRoster;
import ledger.domain.submission.SubmissionCommand.SubmitRoster;
import ledger.domain.submission.SubmissionEvent.ReversalCompleted;
import ledger.domain.submission.SubmissionEvent.RosterCompleted;
import ledger.domain.submission.SubmissionEvent.RosterReversed;
import ledger.domain.submission.SubmissionEvent.RosterSubmitted;

/** A submission: not yet there, open while its rows are answered, complete; being taken back, taken back. */
sealed interface Submission {

    record Absent() implements Submission {}

    record Open() implements Submission {}

    record Complete() implements Submission {}

    record Reversing() implements Submission {}

    record Reversed() implements Submission {}

    static Decision<SubmissionEvent> decide(Submission state, SubmissionCommand command) {
        return switch (command) {
            case SubmitRoster submit -> submit(state, submit);
            case CompleteRoster complete -> complete(state, complete);
            case ReverseRoster reverse -> reverse(state, reverse);
            case CompleteReversal complete -> completeReversal(state, complete);
        };
    }

    private static Decision<SubmissionEvent> submit(Submission state, SubmitRoster command) {
        return switch (state) {
            case Absent absent -> Decision.accept(new RosterSubmitted(
                    command.submissionId(), command.contentDigest(), command.format(), command.submittedBy(),
                    command.fileName()));
            case Open open -> Decision.alreadySo(command.submissionId());
            case Complete complete -> Decision.alreadySo(command.submissionId());
            case Reversing reversing -> Decision.alreadySo(command.submissionId());
            case Reversed reversed -> Decision.alreadySo(command.submissionId());
        };
    }

    private static Decision<SubmissionEvent> complete(Submission state, CompleteRoster c) {
        return switch (state) {
            case Absent absent -> Decision.refuse(SubmissionRefusal.SUBMISSION_UNKNOWN, "submission");
            case Complete complete -> Decision.alreadySo(c.submissionId());
            case Reversing reversing -> Decision.alreadySo(c.submissionId());
            case Reversed reversed -> Decision.alreadySo(c.submissionId());
            case Open open -> c.accepted() + c.held() + c.refused() + c.duplicate() == c.rows()
                    ? Decision.accept(new RosterCompleted(
                            c.submissionId(), c.rows(), c.accepted(), c.held(), c.refused(), c.duplicate()))
                    : Decision.refuse(SubmissionRefusal.COUNTS_DISAGREE, "rows");
        };
    }

    /** A roster whose answering broke off long ago and that nobody goes on with can be taken back as well. */
    private static Decision<SubmissionEvent> reverse(Submission state, ReverseRoster command) {
        return switch (state) {
            case Absent absent -> Decision.refuse(SubmissionRefusal.SUBMISSION_UNKNOWN, "submission");
            case Open open -> command.underWay()
                    ? Decision.refuse(SubmissionRefusal.SUBMISSION_UNDER_WAY, "submission")
                    : reversed(command);
            case Complete complete -> reversed(command);
            case Reversing reversing -> Decision.alreadySo(command.submissionId());
            case Reversed reversed -> Decision.alreadySo(command.submissionId());
        };
    }

    private static Decision<SubmissionEvent> reversed(ReverseRoster command) {
        return Decision.accept(new RosterReversed(
                command.submissionId(), command.officer(), command.reason(), command.decidedOn()));
    }

    private static Decision<SubmissionEvent> completeReversal(Submission state, CompleteReversal command) {
        return switch (state) {
            case Absent absent -> Decision.refuse(SubmissionRefusal.SUBMISSION_UNKNOWN, "submission");
            case Open open -> Decision.refuse(SubmissionRefusal.NOT_BEING_REVERSED, "submission");
            case Complete complete -> Decision.refuse(SubmissionRefusal.NOT_BEING_REVERSED, "submission");
            case Reversing reversing -> Decision.accept(new ReversalCompleted(
                    command.submissionId(), command.revoked(), command.declined(), command.left()));
            case Reversed reversed -> Decision.alreadySo(command.submissionId());
        };
    }

    static Submission evolve(Submission state, SubmissionEvent event) {
        return switch (event) {
            case RosterSubmitted submitted -> new Open();
            case RosterCompleted completed -> new Complete();
            case RosterReversed reversed -> new Reversing();
            case ReversalCompleted completed -> new Reversed();
        };
    }
}
