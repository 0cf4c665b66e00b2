package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ledger.domain.LedgerCommand;
import ledger.domain.LedgerIds;
import ledger.domain.account.AnnexNote;

/** What can be asked of schemes and of the recognitions conferred under them. */
public sealed interface RecognitionCommand extends LedgerCommand {

    /** Make a version of a scheme a fact, so that every verdict can name it (R21). */
    record PublishScheme(String schemeId, String version, LocalDate effectiveFrom, String digest)
            implements RecognitionCommand {
        @Override
        public String aggregateId() {
            return LedgerIds.scheme(schemeId, version);
        }
    }

    /**
     * On what a level is nominated or conferred, as the door found it.
     *
     * @param approval what the level asks for beside figures
     * @param position ledger position at which the verdict was reached
     * @param seen recognitions of the subject under the scheme that the verdict knew of; with others it is out of date
     * @param stopped whether the volunteer is frozen, or the organization suspended or dissolved, today (R20)
     */
    record Grounds(
            String subjectId,
            Verdict verdict,
            String level,
            Approval approval,
            long position,
            Set<String> seen,
            boolean stopped) {
        public Grounds {
            seen = Set.copyOf(seen);
        }

        String recognitionId() {
            return LedgerIds.recognition(subjectId, verdict.schemeId(), level, verdict.awardWindow());
        }

        /** Whether somebody must stand up for it before another one may decide. */
        boolean asksForNomination() {
            return approval != Approval.NONE || verdict.noticeWorkingDays() > 0;
        }

        String recognitionsId() {
            return LedgerIds.recognitions(subjectId, verdict.schemeId());
        }
    }

    /**
     * Stand up for somebody to be recognized.
     *
     * @param nominatedBy the person, as facts name actors
     * @param nominatedFor organization in whose name
     * @param evidence what no entry shows: a nomination in writing, a certificate
     * @param noticeTo last day of the public notice; absent where the scheme asks for none
     */
    record NominateForRecognition(
            Grounds grounds,
            String nominatedBy,
            String nominatedFor,
            @Nullable AnnexNote evidence,
            @Nullable LocalDate noticeTo,
            LocalDate nominatedOn)
            implements RecognitionCommand {
        @Override
        public String aggregateId() {
            return grounds.recognitionsId();
        }
    }

    /**
     * Confer a level, on the evidence of a verdict (R21).
     *
     * @param decidedBy the person, as facts name actors
     * @param conferredBy organization in whose name
     */
    record ConferRecognition(Grounds grounds, String decidedBy, String conferredBy, LocalDate conferredOn)
            implements RecognitionCommand {
        @Override
        public String aggregateId() {
            return grounds.recognitionsId();
        }
    }

    /** Something asked of a recognition that there is; {@code aggregateId} says where its facts are. */
    sealed interface OfRecognition extends RecognitionCommand
            permits NominationCommand, DeclineNomination, PutRecognitionUnderReview, ConfirmRecognition,
                    WithdrawRecognition {
        String recognitionId();
    }

    record DeclineNomination(
            String aggregateId,
            String recognitionId,
            @Nullable AnnexNote reason,
            String declinedBy,
            LocalDate declinedOn)
            implements OfRecognition {}

    /** @param changedAt ledger position at which an entry that it rests on was corrected or revoked (R24) */
    record PutRecognitionUnderReview(String aggregateId, String recognitionId, String entryId, long changedAt)
            implements OfRecognition {}

    /** A person found that it holds all the same (R24). */
    record ConfirmRecognition(
            String aggregateId,
            String recognitionId,
            @Nullable AnnexNote reason,
            String confirmedBy,
            LocalDate confirmedOn)
            implements OfRecognition {}

    /** @param reasonCode a short stable word, such as {@code hours-corrected} */
    record WithdrawRecognition(
            String aggregateId,
            String recognitionId,
            String reasonCode,
            @Nullable AnnexNote reason,
            String withdrawnBy,
            LocalDate withdrawnOn)
            implements OfRecognition {}
}
