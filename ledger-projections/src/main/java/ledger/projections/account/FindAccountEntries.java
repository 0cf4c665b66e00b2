package ledger.projections.account;

import java.util.List;

import ledger.projections.LedgerQuery;
import ledger.projections.account.FindAccountEntries.AccountEntries;

/**
 * Which entries does an account have?
 *
 * @param position as known at this ledger position; {@link EntryReader#NOW} for what is known now
 */
public record FindAccountEntries(String accountId, long position) implements LedgerQuery<AccountEntries> {

    /** @param entries by served time */
    public record AccountEntries(List<EntryVersion> entries) {
        public AccountEntries {
            entries = List.copyOf(entries);
        }
    }

    @Override
    public Class<AccountEntries> answer() {
        return AccountEntries.class;
    }
}
