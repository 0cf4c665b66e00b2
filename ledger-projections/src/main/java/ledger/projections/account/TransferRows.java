package ledger.projections.account;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.HourAccountEvent.ServiceTakenOver;
import ledger.domain.account.HourAccountEvent.ServiceTransferred;
import ledger.domain.account.HourAccountEvent.TransferConsented;
import ledger.domain.account.HourAccountEvent.TransferEnded;
import ledger.domain.account.HourAccountEvent.TransferProposed;
import ledger.projections.RecordedFact;
import ledger.projections.account.Transfer.State;

/** Keeps the transfers of entries between organizations, open ones and those that are over (F2.4). */
final class TransferRows {

    private final JdbcTemplate jdbc;

    TransferRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<RecordedFact> facts) {
        for (RecordedFact fact : facts) {
            switch (fact.fact()) {
                case TransferProposed e -> jdbc.update(
                        """
                        INSERT INTO views_v1.transfer (entry_id, proposed_at, account_id, from_organization_id,
                          to_organization_id, state, proposed_on, reason_code, note_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        e.entryId(), fact.position(), e.accountId(), e.fromOrganizationId(), e.toOrganizationId(),
                        State.PROPOSED.name(), e.proposedOn(), e.reasonCode(), e.reason().id());
                case TransferConsented e -> become(e.entryId(), State.CONSENTED, e.consentedOn(), null);
                case TransferEnded e -> become(
                        e.entryId(), State.valueOf(e.outcome().name()), null, e.endedOn());
                case ServiceTransferred e -> become(e.entryId(), State.DONE, null, e.takenOn());
                case ServiceTakenOver e -> jdbc.update(
                        "UPDATE views_v1.transfer SET account_id = ? WHERE entry_id = ?", e.accountId(), e.entryId());
                default -> { }
            }
        }
    }

    private void become(
            String entryId, State state, @Nullable LocalDate consentedOn, @Nullable LocalDate endedOn) {
        jdbc.update(
                """
                UPDATE views_v1.transfer SET state = ?, consented_on = COALESCE(?, consented_on), ended_on = ?
                WHERE entry_id = ? AND ended_on IS NULL
                """,
                state.name(), consentedOn, endedOn, entryId);
    }
}
