package ledger.projections.account;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.Activity;
import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.HoldReason;
import ledger.domain.account.ServedTime;
import ledger.domain.account.SourceRecord;
import ledger.domain.recognition.KnownEntry;

/**
 * What the ledger knows of one entry from one position until its next change.
 *
 * @param knownFrom position of the fact that made it so
 * @param countsFrom first day on which it counts; absent while nobody knows
 * @param provisional whether that day lies beyond the calendar's last known year
 * @param corrected whether it was ever corrected
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
        List<HoldReason> holdReasons,
        boolean corrected,
        String rulebook) {

    public EntryVersion {
        holdReasons = List.copyOf(holdReasons);
    }

    EntryVersion in(EntryState next, long position) {
        return new EntryVersion(
                entryId, position, accountId, volunteerId, next, state, source, attempt, recordedBy, submittedBy,
                activity, time, evidence, recordedOn, countsFrom, provisional, holdReasons, corrected, rulebook);
    }

    EntryVersion countingFrom(@Nullable LocalDate day, boolean isProvisional) {
        return new EntryVersion(
                entryId, knownFrom, accountId, volunteerId, state, stateBefore, source, attempt, recordedBy,
                submittedBy, activity, time, evidence, recordedOn, day, isProvisional, holdReasons, corrected,
                rulebook);
    }

    EntryVersion saying(Activity correctedActivity, ServedTime correctedTime, long position) {
        return new EntryVersion(
                entryId, position, accountId, volunteerId, state, stateBefore, source, attempt, recordedBy,
                submittedBy, correctedActivity, correctedTime, evidence, recordedOn, countsFrom, provisional,
                holdReasons, true, rulebook);
    }

    /** What a scheme looks at. */
    public KnownEntry known() {
        return new KnownEntry(entryId, time.servedOn(), time.minutes(), state, evidence, activity.category());
    }
}
