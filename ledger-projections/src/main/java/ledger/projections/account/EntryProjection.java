package ledger.projections.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.HourAccountEvent;
import ledger.domain.history.FactMetadata;
import ledger.projections.CopyRows;
import ledger.projections.LedgerJson;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;

/** Writes every version of every entry, where the facts of its history stand, and what its volunteer says against it. */
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
        return List.of("entry", "entry_event", "objection", "roster_entry", "transfer", "account_merge",
                "service_in_all", "service_by_day");
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
                .map(fact -> (HourAccountEvent) fact.fact())
                .filter(event -> !EntryFold.begins(event))
                .map(HourAccountEvent::entryId)
                .collect(Collectors.toSet()));
        FoldedEntries folded = FoldedEntries.of(ours, current);
        close(folded.ended());
        insert(folded.versions());
        new ServiceSums(jdbc).write(folded, current);
        insertHistory(ours);
        objections.write(ours);
        new RosterEntries(jdbc).write(ours);
        new TransferRows(jdbc).write(ours);
    }

    private Map<String, EntryVersion> load(Set<String> entryIds) {
        Map<String, EntryVersion> found = new HashMap<>();
        if (entryIds.isEmpty()) {
            return found;
        }
        jdbc.query(
                "SELECT body FROM views_v1.entry WHERE known_to IS NULL AND entry_id = ANY(?)",
                row -> {
                    EntryVersion version = LedgerJson.read(row.getString(1), EntryVersion.class);
                    found.put(version.entryId(), version);
                },
                (Object) entryIds.toArray(String[]::new));
        return found;
    }

    private void close(Map<String, Long> ended) {
        if (ended.isEmpty()) {
            return;
        }
        List<Map.Entry<String, Long>> changes = List.copyOf(ended.entrySet());
        jdbc.update(
                """
                UPDATE views_v1.entry e SET known_to = c.at
                FROM unnest(?::text[], ?::bigint[]) AS c(entry_id, at)
                WHERE e.entry_id = c.entry_id AND e.known_to IS NULL
                """,
                changes.stream().map(Map.Entry::getKey).toArray(String[]::new),
                changes.stream().map(Map.Entry::getValue).toArray(Long[]::new));
    }

    private void insert(List<FoldedEntries.Known> versions) {
        CopyRows.into(
                jdbc,
                """
                views_v1.entry (entry_id, known_from, known_to, account_id, recorded_by, state, evidence, category,
                  served_on, minutes, counts_from, provisional, late, station_id, grid_id, body)""",
                versions,
                known -> {
                    EntryVersion version = known.version();
                    return new Object[] {
                        version.entryId(), version.knownFrom(), known.knownTo(), version.accountId(),
                        version.recordedBy(), version.state(), version.evidence(), version.activity().category(),
                        version.time().servedOn(), version.time().minutes(), version.countsFrom(),
                        version.hasProvisionalDays(), version.lateness() != null,
                        version.activity().stationId(), version.activity().gridId(), LedgerJson.write(version)
                    };
                });
    }

    private void insertHistory(List<RecordedFact> facts) {
        CopyRows.into(
                jdbc,
                "views_v1.entry_event (entry_id, position, type, cause)",
                facts,
                fact -> new Object[] {
                    ((HourAccountEvent) fact.fact()).entryId(), fact.position(), fact.type(),
                    fact.metadata().get(FactMetadata.CAUSATION_ID)
                });
    }
}
