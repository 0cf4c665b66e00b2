package ledger.domain.submission;

import org.jspecify.annotations.Nullable;

import ledger.domain.LedgerCommand;
import ledger.domain.account.AnnexNote;

/** What can be asked of one submission, a roster or file as it was sent. */
public sealed interface SubmissionCommand extends LedgerCommand {

    String submissionId();

    @Override
    default String aggregateId() {
        return submissionId();
    }

    /**
     * @param contentDigest SHA-256 of the bytes as they came
     * @param format how they were read, for example {@code csv; charset=GB18030}
     * @param submittedBy organization in whose name it was sent; absent when the operator loads for the whole city
     * @param fileName the file's name, in the annex since people put names into it
     */
    record SubmitRoster(
            String submissionId,
            String contentDigest,
            String format,
            @Nullable String submittedBy,
            @Nullable AnnexNote fileName)
            implements SubmissionCommand {}

    record CompleteRoster(String submissionId, int rows, int accepted, int held, int refused, int duplicate)
            implements SubmissionCommand {}
}
