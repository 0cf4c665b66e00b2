package ledger.domain.account;

import java.time.LocalDate;

import ledger.domain.Decision;
import ledger.domain.account.Entries.Held;
import ledger.domain.account.HourAccountCommand.*;
import ledger.domain.account.HourAccountEvent.*;
import ledger.domain.rulebook.Rulebook;
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
                    .orElseGet(() -> Decision.accept(approved(
                            command.accountId(), entry, command.officer(), command.reason(), command.decidedOn(),
                            session.rulebook())));
        });
    }

    /**
     * What becomes of an entry that waited once it is corrected (R18): it goes into public notice when no reason to
     * hold it is left, and waits on for the reasons there are now when one is.
     */
    HourAccountEvent afterCorrection(CorrectService command, Held entry, Judgement judgement, Rulebook rulebook) {
        LocalDate today = command.facts().recordedOn();
        return judgement.holds().isEmpty()
                ? approved(command.accountId(), entry, command.officer(), command.reason(), today, rulebook)
                : new HoldRenewed(command.accountId(), entry.entryId(), judgement.holds(), today, rulebook.edition());
    }

    /** Let through; its public notice begins on the day of the decision. */
    HeldServiceApproved approved(
            String accountId, Held entry, Officer officer, AnnexNote reason, LocalDate decidedOn, Rulebook rulebook) {
        Notice notice = Notice.from(decidedOn, rulebook.noticeWorkingDays(), rulebooks.workingDays());
        return new HeldServiceApproved(
                accountId, entry.entryId(), officer, reason, decidedOn, notice.countsFrom(), notice.provisional(),
                rulebook.edition());
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
