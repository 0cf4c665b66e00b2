package ledger.domain.account;

import java.time.LocalDate;
import java.util.List;

/**
 * What happened to a whole account when two numbers of one person became one, or two again (R5). What becomes of each
 * entry is told by {@link HourAccountEvent.ServiceTakenOver}.
 */
public sealed interface AccountMergeEvent extends AccountFact {

    String mergeId();

    /** It was decided: this account will take over another, and does not close itself before it has. */
    record MergeAgreed(
            String accountId,
            String mergeId,
            String fromAccountId,
            Officer officer,
            String reasonCode,
            AnnexNote reason,
            LocalDate decidedOn)
            implements AccountMergeEvent {}

    /** The other account could not close; this one is free again. */
    record MergeCalledOff(String accountId, String mergeId) implements AccountMergeEvent {}

    /** Nothing more is recorded or decided here; {@code intoAccountId} is where it goes on. */
    record AccountClosedByMerge(String accountId, String mergeId, String intoAccountId, LocalDate closedOn)
            implements AccountMergeEvent {}

    /** All entries of the other account are here now. */
    record AccountAbsorbed(
            String accountId, String mergeId, String fromAccountId, List<String> entryIds, LocalDate absorbedOn)
            implements AccountMergeEvent {
        public AccountAbsorbed {
            entryIds = List.copyOf(entryIds);
        }
    }

    /** It was decided that the merge was wrong: what came by it leaves; what was recorded since stays. */
    record AccountGivenBack(
            String accountId,
            String mergeId,
            String toAccountId,
            List<String> entryIds,
            Officer officer,
            String reasonCode,
            AnnexNote reason,
            LocalDate decidedOn)
            implements AccountMergeEvent {
        public AccountGivenBack {
            entryIds = List.copyOf(entryIds);
        }
    }

    /** The account goes on with the entries that it had. */
    record AccountReopened(String accountId, String mergeId, String fromAccountId, LocalDate reopenedOn)
            implements AccountMergeEvent {}
}
