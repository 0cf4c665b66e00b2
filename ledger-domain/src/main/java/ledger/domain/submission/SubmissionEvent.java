package ledger.domain.submission;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Officer;

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

    /** From here on its entries are taken back, one by one. */
    record RosterReversed(String submissionId, Officer officer, AnnexNote reason, LocalDate decidedOn)
            implements SubmissionEvent {}

    /** All its entries are taken back: so many revoked, declined, or left as they had ended before. */
    record ReversalCompleted(String submissionId, int revoked, int declined, int left) implements SubmissionEvent {}
}
