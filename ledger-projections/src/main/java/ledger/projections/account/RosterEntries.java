package ledger.projections.account;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.HourAccountEvent;
import ledger.domain.history.FactMetadata;
import ledger.projections.RecordedFact;

/** Remembers of each entry in which row of which roster it came in. */
final class RosterEntries {

    private final JdbcTemplate jdbc;

    RosterEntries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<RecordedFact> facts) {
        List<RecordedFact> begun = facts.stream().filter(RosterEntries::beginsInARoster).toList();
        if (begun.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                INSERT INTO views_v1.roster_entry (entry_id, submission_id, row_number, account_id, position)
                SELECT * FROM unnest(?::text[], ?::text[], ?::integer[], ?::text[], ?::bigint[])
                """,
                begun.stream().map(fact -> event(fact).entryId()).toArray(String[]::new),
                begun.stream().map(fact -> fact.metadata().get(FactMetadata.SUBMISSION)).toArray(String[]::new),
                begun.stream().map(fact -> Integer.valueOf(fact.metadata().get(FactMetadata.ROW))).toArray(Integer[]::new),
                begun.stream().map(fact -> event(fact).accountId()).toArray(String[]::new),
                begun.stream().map(RecordedFact::position).toArray(Long[]::new));
    }

    private static boolean beginsInARoster(RecordedFact fact) {
        Map<String, String> metadata = fact.metadata();
        return (fact.fact() instanceof HourAccountEvent.ServiceRecorded
                        || fact.fact() instanceof HourAccountEvent.ServiceHeld
                        || fact.fact() instanceof HourAccountEvent.TrainingRecorded)
                && metadata.containsKey(FactMetadata.SUBMISSION)
                && metadata.containsKey(FactMetadata.ROW);
    }

    private static HourAccountEvent event(RecordedFact fact) {
        return (HourAccountEvent) fact.fact();
    }
}
