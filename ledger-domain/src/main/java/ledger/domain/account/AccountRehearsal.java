package ledger.domain.account;

import java.util.List;

import ledger.domain.Decision;
import ledger.domain.rulebook.Rulebooks;

/**
 * One volunteer's account tried out: it decides as the account itself would, each command after those before it, and
 * nothing of it is stored.
 */
public final class AccountRehearsal {

    private final HourAccount account = new HourAccount();

    private AccountRehearsal() {}

    /** @param past all facts of one account, in their order; none for an account that has not begun */
    public static AccountRehearsal of(List<? extends HourAccountEvent> past) {
        AccountRehearsal rehearsal = new AccountRehearsal();
        past.forEach(rehearsal.account::evolve);
        return rehearsal;
    }

    /** What the account would answer; what it would accept is so for the commands that follow. */
    public Decision<HourAccountEvent> decide(HourAccountCommand command, Rulebooks rulebooks) {
        Decision<HourAccountEvent> decision = account.decide(command, rulebooks);
        if (decision instanceof Decision.Accepted<HourAccountEvent> accepted) {
            accepted.facts().forEach(account::evolve);
        }
        return decision;
    }
}
