package ledger.domain.account;

import java.util.List;

import org.junit.jupiter.api.Test;

import ledger.domain.Decision;
import ledger.domain.Fact;
import ledger.domain.LedgerCommand;
import ledger.domain.account.HourAccountCommand.RevokeService;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.account.HoldReason.SERVICE_OVERLAPS;
import static ledger.domain.account.Sample.ACCOUNT;
import static ledger.domain.account.Sample.NOTE;
import static ledger.domain.account.Sample.RECORDED_ON;
import static ledger.domain.account.Sample.RECORDER;
import static ledger.domain.account.Sample.entry;
import static ledger.domain.account.Sample.held;
import static ledger.domain.account.Sample.record;
import static ledger.domain.account.Sample.recorded;
import static ledger.domain.account.Sample.revoked;
import static ledger.domain.account.Sample.saturday;
import static org.assertj.core.api.Assertions.assertThat;

/** A rehearsal answers what the account would, each command after those before it. */
class AccountRehearsalTest {

    private static final ServedTime MORNING = saturday("09:00", "11:00");
    private static final RevokeService REVOKE = new RevokeService(
            ACCOUNT, entry("a"), RECORDER, "mistake", NOTE, RECORDED_ON);

    @Test
    void answersWhatTheAccountWould() {
        assertThat(decide(AccountRehearsal.of(List.of(recorded("a", MORNING))), record("b", MORNING)))
                .isEqualTo(accepted(held("b", MORNING, SERVICE_OVERLAPS)));
        assertThat(decide(AccountRehearsal.of(List.of()), REVOKE))
                .isEqualTo(Decision.refuse(HourAccountRefusal.ENTRY_UNKNOWN, "entry"));
    }

    @Test
    void whatItAcceptedIsSoForTheNextCommand() {
        AccountRehearsal rehearsal = AccountRehearsal.of(List.of(recorded("a", MORNING)));
        assertThat(decide(rehearsal, REVOKE)).isEqualTo(accepted(revoked("a", 120)));
        assertThat(decide(rehearsal, record("b", MORNING))).isEqualTo(accepted(recorded("b", MORNING)));
        assertThat(decide(rehearsal, REVOKE)).isEqualTo(Decision.alreadySo(entry("a")));
    }

    @Test
    void whatItRefusedChangesNothing() {
        AccountRehearsal rehearsal = AccountRehearsal.of(List.of(recorded("a", MORNING)));
        assertThat(decide(rehearsal, record("a", saturday("14:00", "15:00")))).isInstanceOf(Decision.Refused.class);
        assertThat(decide(rehearsal, record("a", MORNING))).isEqualTo(Decision.alreadySo(entry("a")));
    }

    private static Decision<? extends Fact> decide(AccountRehearsal rehearsal, LedgerCommand command) {
        return rehearsal.decide((HourAccountCommand) command, Rulebooks.shipped());
    }

    private static Decision<HourAccountEvent> accepted(HourAccountEvent fact) {
        return Decision.accept(fact);
    }
}
