package ledger.domain.account;

import ledger.domain.Fact;

/** What happened in one volunteer's hour account: to one of its entries, or to the account as a whole. */
public sealed interface AccountFact extends Fact permits HourAccountEvent, AccountMergeEvent {

    String accountId();
}
