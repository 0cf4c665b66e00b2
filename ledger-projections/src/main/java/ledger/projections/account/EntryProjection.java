package ledger.projections.account;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.HourAccountEvent;
import ledger.projections.LedgerJson;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;

/** Writes every version of every entry, the facts of its history, and what its volunteer says against it. */
public final class EntryProjection implements Projection {

    public static final String ROOM = "account";

    private final JdbcTemplate jdbc;
    private final ObjectionRows objections;

    public EntryProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.objections = new ObjectionRows(jdbc);
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public List<String> tables() {
        return List.of("entry", "entry_event", "objection", "roster_entry", "transfer", "account_merge");
    }

    @Override
    public void project(List<RecordedFact> batch) {
        new MergeRows(jdbc).write(batch);
        List<RecordedFact> ours = batch.stream()
                .filter(fact -> fact.fact() instanceof HourAccountEvent)
                .toList();
        if (ours.isEmpty()) {
            return;
        }
        Map<String, EntryVersion> current = load(ours.stream()
                .map(fact -> ((HourAccountEvent) fact.fact()).entryId())
                .collect(Collectors.toSet()));
        Map<String, Long> firstChange = new HashMap<>();
        List<EntryVersion> versions = new ArrayList<>();
        Map<EntryVersion, Long> knownTo = new IdentityHashMap<>();
        for (RecordedFact fact : ours) {
            HourAccountEvent event = (HourAccountEvent) fact.fact();
            EntryVersion before = current.get(event.entryId());
            EntryVersion after = EntryFold.apply(before, event, fact.position());
            if (after == before) {
                continue;
            }
            if (before != null) {
                firstChange.putIfAbsent(event.entryId(), fact.position());
                knownTo.put(before, fact.position());
            }
            current.put(event.entryId(), after);
            versions.add(after);
        }
        close(firstChange);
        insert(versions, knownTo);
        insertHistory(ours);
        objections.write(ours);
        new RosterEntries(jdbc).write(ours);
        new TransferRows(jdbc).write(ours);
    }

    private Map<String, EntryVersion> load(Set<String> entryIds) {
        Map<String, EntryVersion> found = new HashMap<>();
        jdbc.query(
                "SELECT body FROM views_v1.entry WHERE known_to IS NULL AND entry_id = ANY(?)",
                row -> {
                    EntryVersion version = LedgerJson.read(row.getString(1), EntryVersion.class);
                    found.put(version.entryId(), version);
                },
                (Object) entryIds.toArray(String[]::new));
        return found;
    }

    private void close(Map<String, Long> firstChange) {
        List<Map.Entry<String, Long>> changes = List.copyOf(firstChange.entrySet());
        jdbc.update(
                """
                UPDATE views_v1.entry e SET known_to = c.at
                FROM unnest(?::text[], ?::bigint[]) AS c(entry_id, at)
                WHERE e.entry_id = c.entry_id AND e.known_to IS NULL
                """,
                changes.stream().map(Map.Entry::getKey).toArray(String[]::new),
                changes.stream().map(Map.Entry::getValue).toArray(Long[]::new));
    }

    private void insert(Collection<EntryVersion> versions, Map<EntryVersion, Long> knownTo) {
        jdbc.batchUpdate(
                """
                INSERT INTO views_v1.entry (entry_id, known_from, known_to, account_id, recorded_by, state, evidence,
                  category, served_on, minutes, counts_from, provisional, late, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                versions,
                500,
                (statement, version) -> {
                    statement.setString(1, version.entryId());
                    statement.setLong(2, version.knownFrom());
                    statement.setObject(3, knownTo.get(version));
                    statement.setString(4, version.accountId());
                    statement.setString(5, version.recordedBy());
                    statement.setString(6, version.state().name());
                    statement.setString(7, version.evidence().name());
                    statement.setString(8, version.activity().category());
                    statement.setObject(9, version.time().servedOn());
                    statement.setInt(10, version.time().minutes());
                    statement.setObject(11, version.countsFrom());
                    statement.setBoolean(12, version.hasProvisionalDays());
                    statement.setBoolean(13, version.lateness() != null);
                    statement.setString(14, LedgerJson.write(version));
                });
    }

    private void insertHistory(List<RecordedFact> facts) {
        jdbc.batchUpdate(
                """
                INSERT INTO views_v1.entry_event (entry_id, position, recorded_at, type, metadata, fact)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                facts,
                500,
                (statement, fact) -> {
                    statement.setString(1, ((HourAccountEvent) fact.fact()).entryId());
                    statement.setLong(2, fact.position());
                    statement.setTimestamp(3, Timestamp.from(fact.recordedAt()));
                    statement.setString(4, fact.type());
                    statement.setString(5, LedgerJson.write(fact.metadata()));
                    statement.setString(6, LedgerJson.write(fact.fact()));
                });
    }
}
