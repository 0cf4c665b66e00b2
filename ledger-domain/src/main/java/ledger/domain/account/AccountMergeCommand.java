package ledger.domain.account;

import java.time.LocalDate;
import java.util.List;

import ledger.domain.LedgerCommand;

/**
 * What is asked of the accounts of two numbers that are one person's, or turn out not to be (R5). Every step can be
 * asked again: {@code mergeId} tells that it was done.
 */
public sealed interface AccountMergeCommand extends LedgerCommand {

    String accountId();

    String mergeId();

    @Override
    default String aggregateId() {
        return accountId();
    }

    /** Step 1, of the surviving account: decide that it takes over another. */
    record AgreeToMerge(
            String accountId,
            String mergeId,
            String fromAccountId,
            Officer officer,
            String reasonCode,
            AnnexNote reason,
            LocalDate decidedOn)
            implements AccountMergeCommand {}

    /** Instead of all that follows, where the other account cannot close. */
    record CallOffMerge(String accountId, String mergeId) implements AccountMergeCommand {}

    /** Step 2, of the other account. */
    record CloseAccount(String accountId, String mergeId, String intoAccountId, LocalDate closedOn)
            implements AccountMergeCommand {}

    /**
     * Step 3, of the surviving account.
     *
     * @param entries all of the closed account, as {@link AccountRehearsal#handedOver} tells them
     * @param rulebook edition by which conflicts are found
     */
    record AbsorbAccount(
            String accountId,
            String mergeId,
            String fromAccountId,
            List<BroughtEntry> entries,
            String rulebook,
            LocalDate absorbedOn)
            implements AccountMergeCommand {
        public AbsorbAccount {
            entries = List.copyOf(entries);
        }
    }

    /** Undoing, step 1, of the surviving account. */
    record GiveBackAccount(
            String accountId,
            String mergeId,
            Officer officer,
            String reasonCode,
            AnnexNote reason,
            LocalDate decidedOn)
            implements AccountMergeCommand {}

    /**
     * Undoing, step 2, of the closed account.
     *
     * @param entries those given back, as {@link AccountRehearsal#givenBack} tells them
     */
    record ReopenAccount(
            String accountId,
            String mergeId,
            String fromAccountId,
            List<BroughtEntry> entries,
            String rulebook,
            LocalDate reopenedOn)
            implements AccountMergeCommand {
        public ReopenAccount {
            entries = List.copyOf(entries);
        }
    }
}
