package ledger.projections.account;

import java.util.List;

import ledger.projections.LedgerQuery;
import ledger.projections.account.FindEntryHistory.EntryHistory;

/** What has happened to an entry? */
public record FindEntryHistory(String entryId) implements LedgerQuery<EntryHistory> {

    /** @param items in the order of the ledger; none for an entry that is not known */
    public record EntryHistory(List<HistoryItem> items) {
        public EntryHistory {
            items = List.copyOf(items);
        }
    }

    @Override
    public Class<EntryHistory> answer() {
        return EntryHistory.class;
    }
}
