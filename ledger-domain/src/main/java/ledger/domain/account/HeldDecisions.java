package ledger.domain.account;

import ledger.domain.Decision;
import ledger.domain.account.HourAccountCommand.*;
import ledger.domain.account.HourAccountEvent.*;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.account.HourAccountRefusal.*;

/** Decisions about entries that wait for a person. */
final class HeldDecisions {

    private final Entries entries;
    private final Rulebooks rulebooks;
    private final Deciding deciding;

    HeldDecisions(Entries entries, Rulebooks rulebooks) {
        this.entries = entries;
        this.rulebooks = rulebooks;
        this.deciding = new Deciding(entries);
    }

    Decision<HourAccountEvent> approve(ApproveHeldService command) {
        return deciding.about(command.entryId(), entry -> {
            if (!Deciding.mayDecide(command.officer(), entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            if (entry.state() != EntryState.HELD) {
                return entry.state().isStanding()
                        ? Decision.alreadySo(entry.entryId())
                        : Decision.refuse(ENTRY_NOT_HELD, "entry");
            }
            Session session = Session.known(
                    entry, command.circumstances(), command.rulebook(), entries, rulebooks);
            return Judgement.of(session)
                    .refusalFor(command.officer())
                    .<Decision<HourAccountEvent>>map(Decision::refuse)
                    .orElseGet(() -> {
                        Notice notice = Notice.from(
                                command.decidedOn(), session.rulebook().noticeWorkingDays(), rulebooks.workingDays());
                        return Decision.accept(new HeldServiceApproved(
                                command.accountId(), entry.entryId(), command.officer(), command.reason(),
                                command.decidedOn(), notice.countsFrom(), notice.provisional(), command.rulebook()));
                    });
        });
    }

    Decision<HourAccountEvent> decline(DeclineHeldService command) {
        return deciding.about(command.entryId(), entry -> {
            if (!Deciding.mayDecide(command.officer(), entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            return switch (entry.state()) {
                case DECLINED -> Decision.alreadySo(entry.entryId());
                case HELD -> Decision.accept(new HeldServiceDeclined(
                        command.accountId(), entry.entryId(), command.officer(), command.reason(),
                        command.decidedOn()));
                case RECORDED, OBJECTED, CERTIFIED, REVOKED, TRAINING -> Decision.refuse(ENTRY_NOT_HELD, "entry");
            };
        });
    }
}
