package ledger.projections.account;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.AccountMergeEvent;
import ledger.domain.account.AccountMergeEvent.*;
import ledger.projections.RecordedFact;
import ledger.projections.account.AccountMerge.State;

/** Keeps how far each merge of two accounts has come (R5). */
final class MergeRows {

    private final JdbcTemplate jdbc;

    MergeRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<RecordedFact> facts) {
        for (RecordedFact fact : facts) {
            if (fact.fact() instanceof AccountMergeEvent event) {
                write(fact.position(), event);
            }
        }
    }

    private void write(long position, AccountMergeEvent event) {
        switch (event) {
            case MergeAgreed e -> jdbc.update(
                    """
                    INSERT INTO views_v1.account_merge (merge_id, from_account_id, into_account_id, state, decided_on,
                      reason_code, note_id, officer_id, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    e.mergeId(), e.fromAccountId(), e.accountId(), State.AGREED.name(), e.decidedOn(), e.reasonCode(),
                    e.reason().id(), e.officer().organizationId(), position);
            case MergeCalledOff e -> become(e.mergeId(), State.CALLED_OFF, position);
            case AccountClosedByMerge e -> become(e.mergeId(), State.CLOSED, position);
            case AccountAbsorbed e -> {
                become(e.mergeId(), State.MERGED, position);
                jdbc.update(
                        "UPDATE views_v1.account_merge SET entries = ? WHERE merge_id = ?", e.entryIds().size(),
                        e.mergeId());
            }
            case AccountGivenBack e -> become(e.mergeId(), State.GIVEN_BACK, position);
            case AccountReopened e -> become(e.mergeId(), State.UNDONE, position);
        }
    }

    private void become(String mergeId, State state, long position) {
        jdbc.update(
                "UPDATE views_v1.account_merge SET state = ?, position = ? WHERE merge_id = ?", state.name(), position,
                mergeId);
    }
}
