package ledger.api.ground;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.AccountFact;
import ledger.domain.account.AccountMergeEvent;
import ledger.domain.account.AccountMergeEvent.AccountGivenBack;
import ledger.domain.account.Claim;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.HourAccountEvent.HeldServiceDeclined;
import ledger.domain.account.HourAccountEvent.ObjectionUpheld;
import ledger.domain.account.HourAccountEvent.ServiceHeld;
import ledger.domain.account.HourAccountEvent.ServiceRecorded;
import ledger.domain.account.HourAccountEvent.ServiceReinstated;
import ledger.domain.account.HourAccountEvent.ServiceRevoked;
import ledger.domain.account.HourAccountEvent.ServiceTakenOver;
import ledger.domain.account.HourAccountEvent.TrainingRecorded;
import ledger.domain.account.SourceRecord;

/** Which source records are taken, across all accounts (R9); written with the facts that take and free them. */
public final class Claims {

    private static final Comparator<Taken> ONE_ORDER_OF_LOCKS =
            Comparator.comparing((Taken taken) -> taken.source().system()).thenComparing(taken -> taken.source().record());

    private final JdbcTemplate jdbc;

    public Claims(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Taken(SourceRecord source, String accountId, String entryId, String digest, int attempt) {}

    /** What is known of these source records; those never seen are absent. */
    Map<SourceRecord, Claim> of(List<SourceRecord> sources) {
        Map<SourceRecord, Claim> found = new HashMap<>();
        jdbc.query(
                """
                SELECT c.* FROM unnest(?::text[], ?::text[]) AS asked(system, record) CROSS JOIN LATERAL (
                  SELECT * FROM reference.source_claim
                  WHERE source_system = asked.system AND source_record = asked.record LIMIT 1
                ) AS c
                """,
                row -> {
                    SourceRecord source = new SourceRecord(row.getString("source_system"), row.getString("source_record"));
                    found.put(source, claim(row));
                },
                sources.stream().map(SourceRecord::system).toArray(String[]::new),
                sources.stream().map(SourceRecord::record).toArray(String[]::new));
        return found;
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return row.getBoolean("open")
                ? new Claim.Open(row.getString("account_id"), row.getString("entry_id"), row.getString("content_digest"))
                : new Claim.Ended(row.getInt("attempt"));
    }

    /** Those of these entries that still are the last their source record became. */
    Set<String> holders(List<String> entryIds) {
        return new HashSet<>(jdbc.queryForList(
                "SELECT entry_id FROM reference.source_claim WHERE entry_id = ANY(?)",
                String.class, (Object) entryIds.toArray(String[]::new)));
    }

    /**
     * @throws ConcurrencyFailureException where two accounts took a record at the same moment; all is to be tried again
     */
    public void follow(List<? extends AccountFact> facts) {
        Map<SourceRecord, Taken> taken = new HashMap<>();
        Map<String, Boolean> opened = new LinkedHashMap<>();
        Map<String, String> movedTo = new TreeMap<>();
        for (AccountFact fact : facts) {
            switch (fact) {
                case ServiceTakenOver e -> movedTo.put(e.entryId(), e.accountId());
                case AccountGivenBack e -> e.entryIds().forEach(entryId -> movedTo.put(entryId, e.toAccountId()));
                case AccountMergeEvent ignored -> { }
                case ServiceRecorded e -> take(taken(e.accountId(), e.entryId(), e.entry()), taken, opened);
                case ServiceHeld e -> take(taken(e.accountId(), e.entryId(), e.entry()), taken, opened);
                case TrainingRecorded e -> take(taken(e.accountId(), e.entryId(), e.entry()), taken, opened);
                case HeldServiceDeclined e -> opened.put(e.entryId(), false);
                case ObjectionUpheld e -> opened.put(e.entryId(), false);
                case ServiceRevoked e -> opened.put(e.entryId(), false);
                case ServiceReinstated e -> opened.put(e.entryId(), true);
                case HourAccountEvent.HoldRenewed ignored -> { }
                case HourAccountEvent.ErrorReported ignored -> { }
                case HourAccountEvent.ErrorReportDismissed ignored -> { }
                case HourAccountEvent.HeldServiceApproved ignored -> { }
                case HourAccountEvent.HeldServiceKeptAsTraining ignored -> { }
                case HourAccountEvent.ServiceRated ignored -> { }
                case HourAccountEvent.EntryReassessed ignored -> { }
                case HourAccountEvent.ObjectionRaised ignored -> { }
                case HourAccountEvent.ObjectionDismissed ignored -> { }
                case HourAccountEvent.ServiceCertified ignored -> { }
                case HourAccountEvent.ServiceCorrected ignored -> { }
                case HourAccountEvent.ServiceTransferred ignored -> { }
                case HourAccountEvent.TransferProposed ignored -> { }
                case HourAccountEvent.TransferConsented ignored -> { }
                case HourAccountEvent.TransferEnded ignored -> { }
            }
        }
        // What ended frees its record for the next attempt, which may be among the same facts.
        Map<String, Boolean> freed = new HashMap<>(opened);
        freed.values().removeIf(open -> open);
        taken.values().forEach(one -> freed.remove(one.entryId()));
        opened.keySet().removeAll(freed.keySet());
        open(freed);
        take(List.copyOf(taken.values()));
        open(opened);
        move(movedTo);
    }

    /** A record goes with the entry that it became. */
    private void move(Map<String, String> movedTo) {
        if (!movedTo.isEmpty()) {
            jdbc.update(
                    """
                    UPDATE reference.source_claim c SET account_id = m.account_id
                    FROM unnest(?::text[], ?::text[]) AS m(entry_id, account_id) WHERE c.entry_id = m.entry_id
                    """,
                    movedTo.keySet().toArray(String[]::new), movedTo.values().toArray(String[]::new));
        }
    }

    private static Taken taken(String accountId, String entryId, HourAccountEvent.Entry entry) {
        return new Taken(entry.source(), accountId, entryId, entry.contentDigest(), entry.attempt());
    }

    /** A later attempt of the same facts takes the place of one that ended among them. */
    private static void take(Taken next, Map<SourceRecord, Taken> taken, Map<String, Boolean> opened) {
        Taken before = taken.put(next.source(), next);
        if (before != null) {
            boolean ended = Boolean.FALSE.equals(opened.remove(before.entryId()));
            if (!ended || next.attempt() <= before.attempt()) {
                throw takenMeanwhile();
            }
        }
    }

    /** A record that somebody else took in the meantime is left alone, and the whole transaction tried again. */
    private void take(List<Taken> taken) {
        if (taken.isEmpty()) {
            return;
        }
        List<Taken> inOrder = taken.stream().sorted(ONE_ORDER_OF_LOCKS).toList();
        int done = jdbc.update(
                """
                INSERT INTO reference.source_claim AS c
                  (source_system, source_record, account_id, entry_id, content_digest, attempt, open)
                SELECT t.*, true FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[]) AS t
                ON CONFLICT (source_system, source_record) DO UPDATE SET account_id = excluded.account_id,
                  entry_id = excluded.entry_id, content_digest = excluded.content_digest,
                  attempt = excluded.attempt, open = true
                WHERE NOT c.open AND c.attempt < excluded.attempt
                """,
                inOrder.stream().map(one -> one.source().system()).toArray(String[]::new),
                inOrder.stream().map(one -> one.source().record()).toArray(String[]::new),
                inOrder.stream().map(Taken::accountId).toArray(String[]::new),
                inOrder.stream().map(Taken::entryId).toArray(String[]::new),
                inOrder.stream().map(Taken::digest).toArray(String[]::new),
                inOrder.stream().map(Taken::attempt).toArray(Integer[]::new));
        if (done != taken.size()) {
            throw takenMeanwhile();
        }
    }

    private static ConcurrencyFailureException takenMeanwhile() {
        return new ConcurrencyFailureException("a source record was taken by another account at the same moment");
    }

    private void open(Map<String, Boolean> opened) {
        opened.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(one -> {
            int done = jdbc.update(
                    "UPDATE reference.source_claim SET open = ? WHERE entry_id = ?", one.getValue(), one.getKey());
            if (done != 1 && one.getValue()) {
                throw new ConcurrencyFailureException("a source record became another entry at the same moment");
            }
        });
    }
}
