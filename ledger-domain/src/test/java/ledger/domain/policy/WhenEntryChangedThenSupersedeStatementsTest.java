package ledger.domain.policy;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import ledger.domain.account.AnnexNote;
import ledger.domain.account.HourAccountEvent.ServiceCertified;
import ledger.domain.account.HourAccountEvent.ServiceRevoked;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;
import ledger.domain.statement.StatementCommand.SupersedeStatement;

import static ledger.domain.policy.WhenEntryChangedThenSupersedeStatements.changedEntry;
import static ledger.domain.policy.WhenEntryChangedThenSupersedeStatements.react;
import static org.assertj.core.api.Assertions.assertThat;

class WhenEntryChangedThenSupersedeStatementsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-31");

    @Test
    void r27_aRevokedEntryHasChanged() {
        assertThat(changedEntry(new ServiceRevoked(
                        "account-7", "entry-a", 120, new Officer("organization-station", Tier.OWN), "mistake",
                        new AnnexNote("note-1", "5f1c"), DAY)))
                .contains("entry-a");
    }

    @Test
    void r27_aCertifiedEntryHasNot() {
        assertThat(changedEntry(new ServiceCertified("account-7", "entry-a", DAY, 120))).isEmpty();
    }

    @Test
    void r27_everyStatementThatRestsOnItIsSuperseded() {
        assertThat(react("entry-a", 41, List.of("1", "2"))).containsExactly(
                new SupersedeStatement("1", "entry-a", 41), new SupersedeStatement("2", "entry-a", 41));
        assertThat(react("entry-a", 41, List.of())).isEmpty();
    }
}
