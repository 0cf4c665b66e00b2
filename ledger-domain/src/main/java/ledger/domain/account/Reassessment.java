package ledger.domain.account;

import ledger.domain.Decision;
import ledger.domain.account.HourAccountCommand.ReassessEntry;
import ledger.domain.account.HourAccountEvent.EntryReassessed;
import ledger.domain.rulebook.Rulebook;
import ledger.domain.rulebook.Rulebooks;

/** EntryDates that were computed beyond the known calendar, computed again once it is known (R13, R16). */
final class Reassessment {

    private final Entries entries;
    private final Rulebooks rulebooks;

    Reassessment(Entries entries, Rulebooks rulebooks) {
        this.entries = entries;
        this.rulebooks = rulebooks;
    }

    /** What was certified keeps the day from which it counts; only its lateness is looked at again. */
    Decision<HourAccountEvent> reassess(ReassessEntry command) {
        return new Deciding(entries).about(command.entryId(), entry -> {
            EntryDates before = entry.dates();
            EntryDates now = again(entry.state(), entry.time(), before);
            return now.equals(before)
                    ? Decision.alreadySo(entry.entryId())
                    : Decision.accept(new EntryReassessed(
                            command.accountId(), entry.entryId(), now.countsFrom(), now.provisional(), now.lateness(),
                            command.reassessedOn()));
        });
    }

    private EntryDates again(EntryState state, ServedTime time, EntryDates before) {
        Rulebook rulebook = rulebooks.edition(before.rulebook());
        EntryDates dates = before.late(
                Lateness.of(time, before.recordedOn(), rulebook, rulebooks.workingDays()));
        if (!before.provisional() || before.notice() == null) {
            return dates;
        }
        Notice notice = Notice.from(
                before.notice().from(), before.notice().workingDays(rulebooks), rulebooks.workingDays());
        return dates.countingFrom(
                state == EntryState.RECORDED ? notice.countsFrom() : before.countsFrom(), notice.provisional());
    }
}
