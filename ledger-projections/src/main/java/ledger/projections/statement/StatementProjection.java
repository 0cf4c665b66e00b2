package ledger.projections.statement;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.statement.StatementEvent;
import ledger.projections.LedgerJson;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;

/** Keeps the statements that were issued, and which entries each rests on. */
public final class StatementProjection implements Projection {

    public static final String ROOM = "statement";

    private final JdbcTemplate jdbc;

    public StatementProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public List<String> tables() {
        return List.of("statement", "statement_entry");
    }

    @Override
    public void project(List<RecordedFact> batch) {
        for (RecordedFact fact : batch) {
            if (fact.fact() instanceof StatementEvent event) {
                write(fact.position(), event);
            }
        }
    }

    private void write(long position, StatementEvent event) {
        switch (event) {
            case StatementEvent.StatementIssued e -> {
                jdbc.update(
                        """
                        INSERT INTO views_v1.statement (number, volunteer_id, signed_by, issued_at_position, body)
                        VALUES (?, ?, ?, ?, ?)
                        """,
                        e.number(), e.scope().volunteerId(), e.scope().signedBy(), position, LedgerJson.write(e));
                jdbc.update(
                        "INSERT INTO views_v1.statement_entry (entry_id, number) SELECT unnest(?::text[]), ?",
                        e.entryIds().toArray(String[]::new), e.number());
            }
            case StatementEvent.StatementSuperseded e -> jdbc.update(
                    "UPDATE views_v1.statement SET superseded_at = ?, superseding_entry = ? WHERE number = ?",
                    e.position(), e.entryId(), e.number());
        }
    }
}
