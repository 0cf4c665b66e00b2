package ledger.projections.account;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ledger.domain.LedgerIds;
import ledger.domain.account.Activity;
import ledger.domain.account.BroughtEntry;
import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.Hold;
import ledger.domain.account.HourAccountEvent.ServiceTakenOver;
import ledger.domain.account.Lateness;
import ledger.domain.account.Rating;
import ledger.domain.account.ServedTime;
import ledger.domain.account.SourceRecord;
import ledger.domain.recognition.KnownEntry;

/**
 * What the ledger knows of one entry from one position until its next change.
 *
 * @param knownFrom position of the fact that made it so
 * @param countsFrom first day on which it counts; absent while nobody knows
 * @param provisional whether that day lies beyond the calendar's last known year
 * @param holdReasons why it waits, or waited, for a person
 * @param corrected whether it was ever corrected
 * @param rulebook the edition that judged it when it came into the ledger
 * @param lateness how late it was recorded (R13); absent when in time
 * @param rating the newest one (R19)
 */
public record EntryVersion(
        String entryId,
        long knownFrom,
        String accountId,
        String volunteerId,
        EntryState state,
        EntryState stateBefore,
        SourceRecord source,
        int attempt,
        String recordedBy,
        String submittedBy,
        Activity activity,
        ServedTime time,
        EvidenceGrade evidence,
        LocalDate recordedOn,
        @Nullable LocalDate countsFrom,
        boolean provisional,
        List<Hold> holdReasons,
        boolean corrected,
        String rulebook,
        @Nullable Lateness lateness,
        @Nullable Rating rating) {

    public EntryVersion {
        holdReasons = List.copyOf(holdReasons);
    }

    EntryVersion in(EntryState next, long position) {
        return new EntryVersion(
                entryId, position, accountId, volunteerId, next, state, source, attempt, recordedBy, submittedBy,
                activity, time, evidence, recordedOn, countsFrom, provisional, holdReasons, corrected, rulebook,
                lateness, rating);
    }

    EntryVersion countingFrom(@Nullable LocalDate day, boolean isProvisional) {
        return new EntryVersion(
                entryId, knownFrom, accountId, volunteerId, state, stateBefore, source, attempt, recordedBy,
                submittedBy, activity, time, evidence, recordedOn, day, isProvisional, holdReasons, corrected,
                rulebook, lateness, rating);
    }

    EntryVersion saying(Activity correctedActivity, ServedTime correctedTime, long position) {
        return new EntryVersion(
                entryId, position, accountId, volunteerId, state, stateBefore, source, attempt, recordedBy,
                submittedBy, correctedActivity, correctedTime, evidence, recordedOn, countsFrom, provisional,
                holdReasons, true, rulebook, lateness, rating);
    }

    EntryVersion waitingFor(List<Hold> reasons) {
        return new EntryVersion(
                entryId, knownFrom, accountId, volunteerId, state, stateBefore, source, attempt, recordedBy,
                submittedBy, activity, time, evidence, recordedOn, countsFrom, provisional, reasons, corrected,
                rulebook, lateness, rating);
    }

    EntryVersion reassessed(@Nullable Lateness now, long position) {
        return new EntryVersion(
                entryId, position, accountId, volunteerId, state, stateBefore, source, attempt, recordedBy,
                submittedBy, activity, time, evidence, recordedOn, countsFrom, provisional, holdReasons, corrected,
                rulebook, now, rating);
    }

    EntryVersion rated(Rating newest, long position) {
        return new EntryVersion(
                entryId, position, accountId, volunteerId, state, stateBefore, source, attempt, recordedBy,
                submittedBy, activity, time, evidence, recordedOn, countsFrom, provisional, holdReasons, corrected,
                rulebook, lateness, newest);
    }

    /** Whether any of its days lies beyond the calendar's last known year. */
    boolean hasProvisionalDays() {
        return provisional || (lateness != null && lateness.provisional());
    }

    EntryVersion heldFor(List<Hold> reasons, long position) {
        return new EntryVersion(
                entryId, position, accountId, volunteerId, state, stateBefore, source, attempt, recordedBy, submittedBy,
                activity, time, evidence, recordedOn, countsFrom, provisional, reasons, corrected, rulebook, lateness,
                rating);
    }

    /** The same entry in the account of another number of its volunteer (R5). */
    EntryVersion takenOver(ServiceTakenOver taken, long position) {
        boolean waits = !taken.conflicts().isEmpty();
        BroughtEntry entry = taken.entry();
        return new EntryVersion(
                entryId, position, taken.accountId(), LedgerIds.volunteerOf(taken.accountId()),
                waits ? EntryState.HELD : entry.state(), waits ? entry.state() : entry.stateBefore(), source, attempt,
                recordedBy, submittedBy, activity, time, evidence, recordedOn, countsFrom, provisional,
                waits ? taken.conflicts() : holdReasons, corrected, rulebook, lateness, rating);
    }

    /** The same entry among the records of another organization (F2.4). */
    EntryVersion keptBy(String organizationId, long position) {
        return new EntryVersion(
                entryId, position, accountId, volunteerId, state, stateBefore, source, attempt, organizationId,
                submittedBy, activity, time, evidence, recordedOn, countsFrom, provisional, holdReasons, corrected,
                rulebook, lateness, rating);
    }

    /** What a scheme looks at. */
    public KnownEntry known() {
        return new KnownEntry(
                entryId, time.servedOn(), time.minutes(), state, evidence, activity.category(), lateness != null,
                countsFrom, rating == null ? null : 100 * rating.rating() / rating.scale());
    }
}
