package ledger.projections.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.HourAccountEvent;
import ledger.projections.FactSource;
import ledger.projections.RecordedFact;

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

    /** The same of several entries. */
    public Map<String, List<HistoryItem>> of(Collection<String> entryIds) {
        Map<Long, String> entries = new HashMap<>();
        jdbc.query(
                "SELECT position, entry_id FROM views_v1.entry_event WHERE entry_id = ANY(?)",
                row -> {
                    entries.put(row.getLong(1), row.getString(2));
                },
                (Object) entryIds.toArray(String[]::new));
        return at(entries.keySet()).stream()
                .collect(Collectors.groupingBy(item -> entries.get(item.position())));
    }

    /** The entries that the facts at these positions are about, each once, in the order of its first one. */
    public List<String> entriesAt(Collection<Long> positions) {
        return facts.at(positions).stream()
                .map(RecordedFact::fact)
                .filter(HourAccountEvent.class::isInstance)
                .map(fact -> ((HourAccountEvent) fact).entryId())
                .distinct()
                .toList();
    }

    /** The facts at these positions, in order. */
    public List<HistoryItem> at(Collection<Long> positions) {
        return positions.isEmpty() ? List.of() : facts.at(positions).stream().map(HistoryItem::of).toList();
    }
}
