package ledger.domain.account;

import java.time.LocalDate;

import ledger.domain.account.Entries.Held;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.rulebook.Rulebook;
import ledger.domain.rulebook.Rulebooks;
import ledger.domain.rulebook.WorkingDays;

/**
 * A session as it is judged: what it says, what is known of it, what stands beside it, and by which rules.
 *
 * @param entryId the entry it is or would become; what this entry says today is left aside
 * @param recordedOn the day on which it was first recorded
 */
record Session(
        String entryId,
        String recordedBy,
        Activity activity,
        ServedTime time,
        EvidenceGrade evidence,
        LocalDate recordedOn,
        Circumstances circumstances,
        Entries entries,
        Rulebook rulebook,
        WorkingDays calendar) {

    /** One that comes into the ledger. */
    static Session fresh(String entryId, RecordService command, Entries entries, Rulebooks rulebooks) {
        return new Session(
                entryId, command.recordedBy(), command.activity(), command.time(), command.evidence(),
                command.facts().recordedOn(), command.facts().circumstances(), entries,
                rulebooks.edition(command.facts().rulebook()), rulebooks.workingDays());
    }

    /** One that is in the ledger, by what is known and by the rulebook of today. */
    static Session known(Held entry, Circumstances today, String rulebook, Entries entries, Rulebooks rulebooks) {
        return new Session(
                entry.entryId(), entry.recordedBy(), entry.activity(), entry.time(), entry.evidence(),
                entry.dates().recordedOn(), today.linkedLike(entry.circumstances()), entries,
                rulebooks.edition(rulebook), rulebooks.workingDays());
    }

    /** The same with other words and another time. */
    Session saying(Activity corrected, ServedTime correctedTime) {
        return new Session(
                entryId, recordedBy, corrected, correctedTime, evidence, recordedOn, circumstances, entries, rulebook,
                calendar);
    }
}
