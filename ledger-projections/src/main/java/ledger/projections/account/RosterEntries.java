package ledger.projections.account;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.HourAccountEvent;
import ledger.domain.history.FactMetadata;
import ledger.projections.CopyRows;
import ledger.projections.RecordedFact;

/** Remembers of each entry in which row of which roster it came in. */
final class RosterEntries {

    private final JdbcTemplate jdbc;

    RosterEntries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<RecordedFact> facts) {
        List<RecordedFact> begun = facts.stream().filter(RosterEntries::beginsInARoster).toList();
        CopyRows.into(
                jdbc,
                "views_v1.roster_entry (entry_id, submission_id, row_number, account_id, position)",
                begun,
                fact -> new Object[] {
                    event(fact).entryId(), fact.metadata().get(FactMetadata.SUBMISSION),
                    fact.metadata().get(FactMetadata.ROW), event(fact).accountId(), fact.position()
                });
    }

    private static boolean beginsInARoster(RecordedFact fact) {
        Map<String, String> metadata = fact.metadata();
        return EntryFold.begins(event(fact))
                && metadata.containsKey(FactMetadata.SUBMISSION)
                && metadata.containsKey(FactMetadata.ROW);
    }

    private static HourAccountEvent event(RecordedFact fact) {
        return (HourAccountEvent) fact.fact();
    }
}
