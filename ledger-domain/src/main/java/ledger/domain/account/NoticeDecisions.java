package ledger.domain.account;

import java.time.LocalDate;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.account.HourAccountCommand.*;
import ledger.domain.account.HourAccountEvent.*;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.account.HourAccountRefusal.*;

/** The public notice of an entry: it ends in certification, or is stopped by an objection (R16). */
final class NoticeDecisions {

    private final Entries entries;
    private final Rulebooks rulebooks;
    private final Deciding deciding;

    NoticeDecisions(Entries entries, Rulebooks rulebooks) {
        this.entries = entries;
        this.rulebooks = rulebooks;
        this.deciding = new Deciding(entries);
    }

    Decision<HourAccountEvent> certify(CertifyService command) {
        return deciding.about(command.entryId(), entry -> switch (entry.state()) {
            case CERTIFIED -> Decision.alreadySo(entry.entryId());
            case OBJECTED -> Decision.refuse(OBJECTION_OPEN, "entry");
            case HELD, DECLINED, REVOKED, TRAINING -> Decision.refuse(ENTRY_NOT_IN_NOTICE, "entry");
            case RECORDED -> entry.countsFrom() != null && command.asOf().isBefore(entry.countsFrom())
                    ? Decision.refuse(Refusal.of(NOTICE_NOT_OVER, "entry").with("countsFrom", entry.countsFrom()))
                    : Decision.accept(new ServiceCertified(
                            command.accountId(), entry.entryId(), command.asOf(), entry.time().minutes()));
        });
    }

    Decision<HourAccountEvent> raise(RaiseObjection command) {
        return deciding.about(command.entryId(), entry -> switch (entry.state()) {
            case OBJECTED -> Decision.alreadySo(entry.entryId());
            case CERTIFIED, HELD, DECLINED, REVOKED, TRAINING -> Decision.refuse(ENTRY_NOT_IN_NOTICE, "entry");
            case RECORDED -> {
                LocalDate lastNoticeDay = entry.countsFrom() == null
                        ? command.raisedOn()
                        : entry.countsFrom().minusDays(1);
                int left = command.raisedOn().isAfter(lastNoticeDay)
                        ? 0
                        : rulebooks.workingDays().between(command.raisedOn(), lastNoticeDay);
                yield Decision.accept(new ObjectionRaised(
                        command.accountId(), entry.entryId(), command.objection(), command.raisedOn(), left));
            }
        });
    }

    Decision<HourAccountEvent> uphold(UpholdObjection command) {
        return deciding.aboutObjection(command.entryId(), command.officer(), entry -> Decision.accept(new ObjectionUpheld(
                command.accountId(), entry.entryId(), command.officer(), command.reason(), command.decidedOn())));
    }

    Decision<HourAccountEvent> dismiss(DismissObjection command) {
        return deciding.aboutObjection(command.entryId(), command.officer(), entry -> {
            Notice notice = Notice.from(command.decidedOn(), entry.noticeDaysLeft(), rulebooks.workingDays());
            return Decision.accept(new ObjectionDismissed(
                    command.accountId(), entry.entryId(), command.officer(), command.reason(), command.decidedOn(),
                    notice.countsFrom(), notice.provisional()));
        });
    }
}
