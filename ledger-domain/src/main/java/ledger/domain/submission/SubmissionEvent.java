package ledger.domain.submission;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;
import ledger.domain.account.AnnexNote;

/** What happened to a submission. */
public sealed interface SubmissionEvent extends Fact {

    String submissionId();

    record RosterSubmitted(
            String submissionId,
            String contentDigest,
            String format,
            @Nullable String submittedBy,
            @Nullable AnnexNote fileName)
            implements SubmissionEvent {}

    /** Counts of rows by their fate; they add up to {@code rows}. */
    record RosterCompleted(String submissionId, int rows, int accepted, int held, int refused, int duplicate)
            implements SubmissionEvent {}
}
