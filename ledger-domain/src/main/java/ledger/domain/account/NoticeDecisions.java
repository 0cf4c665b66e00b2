package ledger.domain.account;

import java.time.LocalDate;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.account.HourAccountCommand.*;
import ledger.domain.account.HourAccountEvent.*;
import ledger.domain.rulebook.Rulebook;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.account.HourAccountRefusal.*;

/** What is said against an entry: an objection stops its public notice (R16), an error can be reported at any time. */
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

    /** Held, counting, declined or revoked: what is no longer in notice can still be wrong. */
    Decision<HourAccountEvent> report(ReportError command) {
        return deciding.about(command.entryId(), entry -> switch (entry.state()) {
            case RECORDED, OBJECTED -> Decision.refuse(ENTRY_IN_NOTICE, "entry");
            case HELD, CERTIFIED, DECLINED, REVOKED, TRAINING -> entries.isReported(entry.entryId())
                    ? Decision.alreadySo(entry.entryId())
                    : Decision.accept(new ErrorReported(
                            command.accountId(), entry.entryId(), command.report(), command.reportedOn()));
        });
    }

    Decision<HourAccountEvent> dismissReport(DismissErrorReport command) {
        return deciding.about(command.entryId(), entry -> {
            if (!Deciding.mayDecide(command.officer(), entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            return entries.isReported(entry.entryId())
                    ? Decision.accept(new ErrorReportDismissed(
                            command.accountId(), entry.entryId(), command.officer(), command.reason(),
                            command.decidedOn()))
                    : Decision.refuse(NO_REPORT_OPEN, "entry");
        });
    }

    Decision<HourAccountEvent> uphold(UpholdObjection command) {
        return deciding.aboutObjection(
                command.entryId(), command.officer(), entry -> Decision.accept(new ObjectionUpheld(
                        command.accountId(), entry.entryId(), command.officer(), command.reason(),
                        command.decidedOn())));
    }

    Decision<HourAccountEvent> dismiss(DismissObjection command) {
        return deciding.aboutObjection(command.entryId(), command.officer(), entry -> {
            Rulebook rulebook = rulebooks.edition(command.rulebook());
            int left = entry.noticeDaysLeft();
            int days = rulebook.objections().noticeDays(left, rulebook.noticeWorkingDays());
            Notice notice = Notice.from(command.decidedOn(), days, rulebooks.workingDays());
            return Decision.accept(new ObjectionDismissed(
                    command.accountId(), entry.entryId(), command.officer(), command.reason(), command.decidedOn(),
                    notice.countsFrom(), notice.provisional(), days == left ? null : days));
        });
    }
}
