package ledger.domain.account;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What happened to an entry of an hour account. Every event names its entry; none changes an earlier one (R17). */
public sealed interface HourAccountEvent extends AccountFact {

    String entryId();

    /**
     * All that an entry says when it comes into the ledger.
     *
     * @param circumstances what others knew then, as used
     * @param lateness absent when it was recorded in time, or where no deadline is set
     */
    record Entry(
            String volunteerId,
            SourceRecord source,
            int attempt,
            String contentDigest,
            String recordedBy,
            String submittedBy,
            Activity activity,
            ServedTime time,
            EvidenceGrade evidence,
            @Nullable AnnexNote remark,
            LocalDate recordedOn,
            String rulebook,
            Circumstances circumstances,
            @Nullable Lateness lateness) {}

    /** @param countsFrom first day on which it counts, if nobody objects */
    record ServiceRecorded(String accountId, String entryId, Entry entry, LocalDate countsFrom, boolean provisional)
            implements HourAccountEvent {}

    record ServiceHeld(String accountId, String entryId, Entry entry, List<Hold> reasons)
            implements HourAccountEvent {
        public ServiceHeld {
            reasons = List.copyOf(reasons);
        }
    }

    /** Learning minutes: kept apart, never service (R8). */
    record TrainingRecorded(String accountId, String entryId, Entry entry) implements HourAccountEvent {}

    record HeldServiceKeptAsTraining(
            String accountId, String entryId, int minutes, Officer officer, AnnexNote reason, LocalDate decidedOn)
            implements HourAccountEvent {}

    record HeldServiceApproved(
            String accountId,
            String entryId,
            Officer officer,
            AnnexNote reason,
            LocalDate decidedOn,
            LocalDate countsFrom,
            boolean provisional,
            String rulebook)
            implements HourAccountEvent {}

    /** It was corrected and waits on, for these reasons instead of those before. */
    record HoldRenewed(
            String accountId, String entryId, List<Hold> reasons, LocalDate decidedOn, String rulebook)
            implements HourAccountEvent {
        public HoldRenewed {
            reasons = List.copyOf(reasons);
        }
    }

    record HeldServiceDeclined(
            String accountId, String entryId, Officer officer, AnnexNote reason, LocalDate decidedOn)
            implements HourAccountEvent {}

    /** @param noticeDaysLeft working days of notice that were still to run */
    record ObjectionRaised(
            String accountId, String entryId, AnnexNote objection, LocalDate raisedOn, int noticeDaysLeft)
            implements HourAccountEvent {}

    record ObjectionUpheld(String accountId, String entryId, Officer officer, AnnexNote reason, LocalDate decidedOn)
            implements HourAccountEvent {}

    /** @param noticeDays working days of notice that run from now on; absent for those that were left */
    record ObjectionDismissed(
            String accountId,
            String entryId,
            Officer officer,
            AnnexNote reason,
            LocalDate decidedOn,
            LocalDate countsFrom,
            boolean provisional,
            @Nullable Integer noticeDays)
            implements HourAccountEvent {
        public ObjectionDismissed(
                String accountId,
                String entryId,
                Officer officer,
                AnnexNote reason,
                LocalDate decidedOn,
                LocalDate countsFrom,
                boolean provisional) {
            this(accountId, entryId, officer, reason, decidedOn, countsFrom, provisional, null);
        }
    }

    /** The volunteer says that the entry is not right; it stays as it is until the report is answered. */
    record ErrorReported(String accountId, String entryId, AnnexNote report, LocalDate reportedOn)
            implements HourAccountEvent {}

    record ErrorReportDismissed(
            String accountId, String entryId, Officer officer, AnnexNote reason, LocalDate decidedOn)
            implements HourAccountEvent {}

    record ServiceCertified(String accountId, String entryId, LocalDate certifiedOn, int minutes)
            implements HourAccountEvent {}

    record ServiceCorrected(
            String accountId,
            String entryId,
            Activity activity,
            ServedTime time,
            String contentDigest,
            int minutesBefore,
            Officer officer,
            String reasonCode,
            AnnexNote reason,
            LocalDate decidedOn,
            String rulebook)
            implements HourAccountEvent {}

    record ServiceRevoked(
            String accountId,
            String entryId,
            int minutes,
            Officer officer,
            String reasonCode,
            AnnexNote reason,
            LocalDate decidedOn)
            implements HourAccountEvent {}

    /** @param state what the entry was before it was revoked, and is again */
    record ServiceReinstated(
            String accountId,
            String entryId,
            EntryState state,
            Officer officer,
            String reasonCode,
            AnnexNote reason,
            LocalDate decidedOn,
            LocalDate countsFrom,
            boolean provisional,
            String rulebook)
            implements HourAccountEvent {}

    record ServiceRated(String accountId, String entryId, Rating rating, Officer officer)
            implements HourAccountEvent {}

    /**
     * Days computed again: a calendar became known, or a correction moved the end of the service.
     *
     * @param countsFrom absent while nobody knows
     */
    record EntryReassessed(
            String accountId,
            String entryId,
            @Nullable LocalDate countsFrom,
            boolean provisional,
            @Nullable Lateness lateness,
            LocalDate reassessedOn)
            implements HourAccountEvent {}

    /**
     * An entry of another number of the same person is this account's from now on, or is again (R5). It is the same
     * entry: its minutes are counted here and no longer there.
     *
     * @param entry as it was there
     * @param conflicts why it waits here for a person although it stood there; empty where it is as it was
     */
    record ServiceTakenOver(
            String accountId,
            String entryId,
            String mergeId,
            String fromAccountId,
            BroughtEntry entry,
            List<Hold> conflicts)
            implements HourAccountEvent {
        public ServiceTakenOver {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** The recording organization wants another one to keep the entry from now on (F2.4). */
    record TransferProposed(
            String accountId,
            String entryId,
            String fromOrganizationId,
            String toOrganizationId,
            Officer officer,
            String reasonCode,
            AnnexNote reason,
            LocalDate proposedOn)
            implements HourAccountEvent {}

    record TransferConsented(String accountId, String entryId, String toOrganizationId, LocalDate consentedOn)
            implements HourAccountEvent {}

    /** @param officer absent where the volunteer ended it */
    record TransferEnded(
            String accountId,
            String entryId,
            String toOrganizationId,
            TransferEnd outcome,
            @Nullable Officer officer,
            @Nullable AnnexNote reason,
            LocalDate endedOn)
            implements HourAccountEvent {}

    /** The entry is the other organization's record from now on; minutes and evidence stay as they are. */
    record ServiceTransferred(
            String accountId,
            String entryId,
            String fromOrganizationId,
            String toOrganizationId,
            int minutes,
            Officer officer,
            LocalDate takenOn)
            implements HourAccountEvent {}
}
