package ledger.domain.submission;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.LedgerCommand;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Officer;

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

    /**
     * Take back all that the roster brought into the ledger. Nothing is deleted: each of its entries is revoked or
     * declined by a fact of its own, and the same records may be sent anew (R9, R17).
     *
     * @param underWay whether its rows are still being answered
     * @param reason why, in the officer's words
     */
    record ReverseRoster(
            String submissionId, Officer officer, boolean underWay, AnnexNote reason, LocalDate decidedOn)
            implements SubmissionCommand {}

    /**
     * Every entry of a reversed roster has been looked at.
     *
     * @param revoked entries that stood
     * @param declined entries that waited for a person
     * @param left entries that had ended before, or that the officer may not decide about
     */
    record CompleteReversal(String submissionId, int revoked, int declined, int left) implements SubmissionCommand {}
}
