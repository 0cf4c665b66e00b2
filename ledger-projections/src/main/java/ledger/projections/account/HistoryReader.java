package ledger.projections.account;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.projections.FactSource;

/** Tells what has happened to an entry, in the words of the facts themselves: the view knows only where they stand. */
public final class HistoryReader {

    private final JdbcTemplate jdbc;
    private final FactSource facts;

    public HistoryReader(JdbcTemplate jdbc, FactSource facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    /** In the order of the ledger; empty for an entry that is not known. */
    public List<HistoryItem> of(String entryId) {
        List<Long> positions = jdbc.queryForList(
                "SELECT position FROM views_v1.entry_event WHERE entry_id = ? ORDER BY position", Long.class, entryId);
        return at(positions);
    }

    /** The facts at these positions, in order. */
    public List<HistoryItem> at(Collection<Long> positions) {
        return positions.isEmpty() ? List.of() : facts.at(positions).stream().map(HistoryItem::of).toList();
    }
}
