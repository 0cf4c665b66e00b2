package ledger.api.ground.axonserver;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import ledger.api.ground.BeforeAppend;
import ledger.domain.account.HourAccountEvent.Entry;
import ledger.domain.account.HourAccountEvent.ServiceHeld;
import ledger.domain.account.HourAccountEvent.ServiceRecorded;
import ledger.domain.account.HourAccountEvent.ServiceReinstated;
import ledger.domain.account.HourAccountEvent.TrainingRecorded;
import ledger.domain.account.SourceRecord;

/**
 * Source records that are about to become entries (R9). Each is kept, and committed, before its fact is sent to the
 * server, and stays until the fact was followed or can no longer come. So at no moment may two accounts take it.
 */
final class PendingClaims implements BeforeAppend {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    PendingClaims(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * One source record on its way.
     *
     * @param sequence the account's number for the fact
     */
    record Pending(
            SourceRecord source, String accountId, String entryId, int attempt, long sequence, Instant claimedAt) {}

    private record Reinstated(String accountId, String entryId, long sequence) {}

    @Override
    public void write(List<DomainEventMessage<?>> facts) {
        List<Pending> wanted = new ArrayList<>();
        List<Reinstated> reinstated = new ArrayList<>();
        for (DomainEventMessage<?> fact : facts) {
            switch (fact.getPayload()) {
                case ServiceRecorded e -> wanted.add(pending(e.accountId(), e.entryId(), e.entry(), fact));
                case ServiceHeld e -> wanted.add(pending(e.accountId(), e.entryId(), e.entry(), fact));
                case TrainingRecorded e -> wanted.add(pending(e.accountId(), e.entryId(), e.entry(), fact));
                case ServiceReinstated e ->
                    reinstated.add(new Reinstated(e.accountId(), e.entryId(), fact.getSequenceNumber()));
                default -> { }
            }
        }
        if (!wanted.isEmpty() || !reinstated.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                reinstated.forEach(one -> wanted.add(again(one)));
                take(inOneOrderOfLocks(wanted));
            });
        }
    }

    private static Pending pending(String accountId, String entryId, Entry entry, DomainEventMessage<?> fact) {
        return new Pending(
                entry.source(), accountId, entryId, entry.attempt(), fact.getSequenceNumber(), fact.getTimestamp());
    }

    private Pending again(Reinstated entry) {
        return jdbc.query(
                        "SELECT source_system, source_record, attempt FROM reference.source_claim WHERE entry_id = ?",
                        (row, number) -> new Pending(
                                new SourceRecord(row.getString(1), row.getString(2)), entry.accountId(),
                                entry.entryId(), row.getInt(3), entry.sequence(), Instant.EPOCH),
                        entry.entryId())
                .stream()
                .findFirst()
                .orElseThrow(PendingClaims::conflict);
    }

    /** One row for each source record: the last of an account. Two accounts in one group are tried alone instead. */
    private static Collection<Pending> inOneOrderOfLocks(List<Pending> wanted) {
        Map<String, Pending> bySource = new TreeMap<>();
        for (Pending one : wanted) {
            Pending other = bySource.put(one.source().system() + '\n' + one.source().record(), one);
            if (other != null && !other.accountId().equals(one.accountId())) {
                throw conflict();
            }
        }
        return bySource.values();
    }

    private void take(Collection<Pending> wanted) {
        for (Pending one : wanted) {
            int kept = jdbc.update(
                    """
                    INSERT INTO reference.pending_claim AS p
                      (source_system, source_record, account_id, entry_id, attempt, sequence, claimed_at)
                    VALUES (?, ?, ?, ?, ?, ?, clock_timestamp())
                    ON CONFLICT (source_system, source_record) DO UPDATE SET entry_id = excluded.entry_id,
                      attempt = excluded.attempt, sequence = excluded.sequence, claimed_at = excluded.claimed_at
                    WHERE p.account_id = excluded.account_id
                    """,
                    one.source().system(), one.source().record(), one.accountId(), one.entryId(), one.attempt(),
                    one.sequence());
            if (kept != 1 || isTaken(one)) {
                throw conflict();
            }
        }
    }

    /** Asked with the row above in hand: from here on nobody else can take the record. */
    private boolean isTaken(Pending one) {
        return !jdbc.queryForList(
                        """
                        SELECT 1 FROM reference.source_claim c
                        WHERE c.source_system = ? AND c.source_record = ? AND c.entry_id <> ?
                          AND (c.attempt >= ? OR c.open AND c.account_id <> ?)
                        """,
                        Integer.class, one.source().system(), one.source().record(), one.entryId(), one.attempt(),
                        one.accountId())
                .isEmpty();
    }

    private static ConcurrencyFailureException conflict() {
        return new ConcurrencyFailureException("a source record was taken by another account at the same moment");
    }

    List<Pending> olderThan(Instant instant) {
        return jdbc.query(
                """
                SELECT source_system, source_record, account_id, entry_id, attempt, sequence, claimed_at
                FROM reference.pending_claim WHERE claimed_at < ? ORDER BY claimed_at LIMIT 500
                """,
                (row, number) -> new Pending(
                        new SourceRecord(row.getString(1), row.getString(2)), row.getString(3), row.getString(4),
                        row.getInt(5), row.getLong(6), row.getObject(7, OffsetDateTime.class).toInstant()),
                instant.atOffset(ZoneOffset.UTC));
    }

    /** The fact cannot come any more; a claim taken anew in the meantime stays. */
    void release(Pending claim) {
        jdbc.update(
                """
                DELETE FROM reference.pending_claim
                WHERE source_system = ? AND source_record = ? AND claimed_at = ?
                """,
                claim.source().system(), claim.source().record(), claim.claimedAt().atOffset(ZoneOffset.UTC));
    }

    /** The fact was followed: what the claim held place for now stands in the table of claims. */
    void settled(String entryId) {
        jdbc.update("DELETE FROM reference.pending_claim WHERE entry_id = ?", entryId);
    }

    Instant now() {
        OffsetDateTime now = jdbc.queryForObject("SELECT clock_timestamp()", OffsetDateTime.class);
        return now == null ? Instant.EPOCH : now.toInstant();
    }
}
