package ledger.domain.account;

import java.time.LocalDate;
import java.util.Optional;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.account.Entries.Held;
import ledger.domain.account.HourAccountCommand.*;
import ledger.domain.account.HourAccountEvent.*;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.account.HourAccountRefusal.*;

/** Taking back an entry, and letting it stand again. */
final class RevocationDecisions {

    private final Entries entries;
    private final Rulebooks rulebooks;
    private final Deciding deciding;

    RevocationDecisions(Entries entries, Rulebooks rulebooks) {
        this.entries = entries;
        this.rulebooks = rulebooks;
        this.deciding = new Deciding(entries);
    }

    Decision<HourAccountEvent> revoke(RevokeService command) {
        return deciding.about(command.entryId(), entry -> {
            if (!Deciding.mayDecide(command.officer(), entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            return switch (entry.state()) {
                case REVOKED -> Decision.alreadySo(entry.entryId());
                case RECORDED, OBJECTED, CERTIFIED, TRAINING -> Decision.accept(new ServiceRevoked(
                        command.accountId(), entry.entryId(), entry.time().minutes(), command.officer(),
                        command.reasonCode(), command.reason(), command.decidedOn()));
                case HELD, DECLINED -> Decision.refuse(ENTRY_NOT_STANDING, "entry");
            };
        });
    }

    Decision<HourAccountEvent> reinstate(ReinstateService command) {
        return deciding.about(command.entryId(), entry -> {
            if (!Deciding.mayDecide(command.officer(), entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            if (entry.state() != EntryState.REVOKED) {
                return Decision.refuse(ENTRY_NOT_REVOKED, "entry");
            }
            Optional<Held> newer = entries.openFor(entry.source());
            if (newer.isPresent() || command.recordTaken()) {
                return Decision.refuse(Refusal.of(SOURCE_RECORD_CHANGED, "entry")
                        .with("sourceSystem", entry.source().system())
                        .with("sourceRecord", entry.source().record())
                        .with("entry", newer.map(Held::entryId).orElse("-")));
            }
            if (command.circumstances().frozen()) {
                return Decision.refuse(VOLUNTEER_FROZEN, "volunteerNumber");
            }
            Session session = Session.known(
                    entry, command.circumstances(), command.rulebook(), entries, rulebooks);
            Judgement judgement = entry.stateBefore() == EntryState.TRAINING
                    ? Judgement.ofLearning(session)
                    : Judgement.of(session);
            return judgement.refusalFor(command.officer())
                    .<Decision<HourAccountEvent>>map(Decision::refuse)
                    .orElseGet(() -> Decision.accept(reinstated(command, entry, session)));
        });
    }

    /** What was certified counts again as before; what was in notice goes through it again; learning stays learning. */
    private static ServiceReinstated reinstated(ReinstateService command, Held entry, Session session) {
        Notice notice = Notice.from(
                command.decidedOn(), session.rulebook().noticeWorkingDays(), session.calendar());
        EntryState state = switch (entry.stateBefore()) {
            case CERTIFIED -> EntryState.CERTIFIED;
            case TRAINING -> EntryState.TRAINING;
            case RECORDED, OBJECTED, HELD, DECLINED, REVOKED -> EntryState.RECORDED;
        };
        boolean asBefore = state == EntryState.CERTIFIED && entry.countsFrom() != null;
        LocalDate countsFrom = asBefore ? entry.countsFrom() : notice.countsFrom();
        boolean provisional = asBefore ? entry.dates().provisional() : notice.provisional();
        return new ServiceReinstated(
                command.accountId(), entry.entryId(), state, command.officer(), command.reasonCode(),
                command.reason(), command.decidedOn(), countsFrom, provisional, command.rulebook());
    }
}
