package ledger.api.ground.axonserver;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.KnownAccounts;
import ledger.api.ground.Nodes;
import ledger.domain.Decision;
import ledger.domain.LedgerCommand;
import ledger.domain.LedgerIds;
import ledger.domain.account.AccountMergeCommand.AbsorbAccount;
import ledger.domain.account.AccountMergeCommand.AgreeToMerge;
import ledger.domain.account.AccountMergeCommand.CloseAccount;
import ledger.domain.account.AccountMergeCommand.GiveBackAccount;
import ledger.domain.account.AccountMergeCommand.ReopenAccount;
import ledger.domain.account.AccountRehearsal;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers that become one on Axon Server: what commands know of source records and of numbers goes along (R5, R9). */
@ResourceLock(OnAxonServer.SHARED)
class AxonServerMergeTest {

    private static final String RULEBOOK = "default-cn/2026-2";
    private static final String MERGE = "merge-1";
    private static final Officer OFFICER = new Officer("organization-AUTH", Tier.AUTHORITY);
    private static final AnnexNote NOTE = new AnnexNote("note-1", "5f1c");
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    private final OnAxonServer on = OnAxonServer.shared();

    @Test
    void r5_aSourceRecordGoesWithItsEntryAndComesBackWithIt() {
        String from = "account-second";
        String into = "account-first";
        send(Nodes.record("second", "second", 1));
        send(Nodes.record("first", "first", 2));

        mergeAll(from, into, MERGE);
        assertThat(on.types(into))
                .containsExactly("ServiceRecorded", "MergeAgreed", "ServiceTakenOver", "AccountAbsorbed");
        assertThat(owners(from, into)).containsExactly(into, into);
        assertThat(merged(from)).containsExactly(into);

        send(new GiveBackAccount(into, MERGE, OFFICER, "two-people", NOTE, DAY));
        assertThat(owners(from, into)).as("as on PostgreSQL, from the decision on").containsExactly(into, from);
        send(new ReopenAccount(
                from, MERGE, into, AccountRehearsal.givenBack(accounts().past(into), MERGE), RULEBOOK, DAY));
        assertThat(owners(from, into)).containsExactly(into, from);
        assertThat(merged(from)).isEmpty();
    }

    @Test
    void r9_aDoubledEntryIsRevokedWhereItGoesOnAfterAMerge() {
        send(Nodes.record("doubled-from", "doubled-from", 1));
        send(Nodes.record("doubled-into", "doubled-into", 2));
        mergeAll("account-doubled-from", "account-doubled-into", "merge-2");
        jdbc().update(
                "INSERT INTO reference.doubled_entry (entry_id, account_id, position) VALUES (?, ?, 1)",
                LedgerIds.entry("doubled-from", "record-1", 1), "account-doubled-from");
        OnAxonServer.soon("it is revoked", () -> on.types("account-doubled-into").contains("ServiceRevoked"));
        OnAxonServer.soon("nothing is left to revoke", () -> jdbc()
                .queryForList("SELECT 1 FROM reference.doubled_entry", Integer.class).isEmpty());
        assertThat(on.types("account-doubled-from")).doesNotContain("ServiceRevoked");
    }

    private void mergeAll(String from, String into, String merge) {
        send(new AgreeToMerge(into, merge, from, OFFICER, "same-person", NOTE, DAY));
        send(new CloseAccount(from, merge, into, DAY));
        send(new AbsorbAccount(
                into, merge, from, AccountRehearsal.of(accounts().past(from)).handedOver(), RULEBOOK, DAY));
    }

    private void send(LedgerCommand command) {
        assertThat(on.ledger.get(CommandDesk.class).send(command, Actor.LEDGER).decision())
                .isInstanceOf(Decision.Accepted.class);
    }

    private KnownAccounts accounts() {
        return on.ledger.get(KnownAccounts.class);
    }

    /** Whose the claims of the two are. */
    private List<String> owners(String from, String into) {
        return jdbc().queryForList(
                "SELECT account_id FROM reference.source_claim WHERE account_id IN (?, ?) ORDER BY account_id",
                String.class, from, into);
    }

    private List<String> merged(String account) {
        return jdbc().queryForList(
                "SELECT into_account_id FROM reference.merged WHERE account_id = ?", String.class, account);
    }

    private JdbcTemplate jdbc() {
        return on.ledger.get(JdbcTemplate.class);
    }
}
