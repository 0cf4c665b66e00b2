package ledger.domain.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ledger.domain.LedgerCommand;

/** What can be asked of one volunteer's hour account. */
public sealed interface HourAccountCommand extends LedgerCommand {

    String accountId();

    @Override
    default String aggregateId() {
        return accountId();
    }

    /**
     * Record one session of service.
     *
     * @param recordedBy organization that ran and records it
     * @param submittedBy organization that sent it, {@code recordedBy} or one above it
     */
    record RecordService(
            String accountId,
            String volunteerId,
            SourceRecord source,
            String recordedBy,
            String submittedBy,
            Activity activity,
            ServedTime time,
            EvidenceGrade evidence,
            @Nullable AnnexNote remark,
            RecordingFacts facts)
            implements HourAccountCommand {

        public RecordService with(Claim claim) {
            return new RecordService(
                    accountId, volunteerId, source, recordedBy, submittedBy, activity, time, evidence, remark,
                    facts.with(claim));
        }
    }

    /** Count an entry whose public notice is over on {@code asOf}. */
    record CertifyService(String accountId, String entryId, LocalDate asOf) implements HourAccountCommand {}

    record ApproveHeldService(
            String accountId,
            String entryId,
            Officer officer,
            AnnexNote reason,
            LocalDate decidedOn,
            String rulebook,
            Circumstances circumstances)
            implements HourAccountCommand {

        ApproveHeldService by(Tier tier) {
            return new ApproveHeldService(
                    accountId, entryId, new Officer(officer.organizationId(), tier), reason, decidedOn, rulebook,
                    circumstances);
        }
    }

    /** A held entry turns out to be learning (R8). */
    record KeepAsTraining(String accountId, String entryId, Officer officer, AnnexNote reason, LocalDate decidedOn)
            implements HourAccountCommand {}

    record DeclineHeldService(String accountId, String entryId, Officer officer, AnnexNote reason, LocalDate decidedOn)
            implements HourAccountCommand {}

    /**
     * Approve an entry that is held for an overlap, together with all that removes the overlap: all of it or nothing
     * (R10). Only who stands above every organization concerned may do so.
     *
     * @param oversees ids of the officer's organization and of all below it
     * @param facts what others know of the held entry's recording organization
     */
    record ResolveOverlap(
            String accountId,
            String entryId,
            List<Remedy> remedies,
            Officer officer,
            Set<String> oversees,
            String reasonCode,
            AnnexNote reason,
            RecordingFacts facts)
            implements HourAccountCommand {

        public ResolveOverlap {
            remedies = List.copyOf(remedies);
            oversees = Set.copyOf(oversees);
        }
    }

    /** What is done to one of the entries that overlap, the held one or one that stands. */
    sealed interface Remedy {

        String entryId();

        /** It took place at another time. */
        record Retime(String entryId, ServedTime time) implements Remedy {}

        /** It did not take place; only for an entry that stands. */
        record TakeBack(String entryId) implements Remedy {}
    }

    /** The volunteer says that an entry in public notice is not right; its clock stops (R16). */
    record RaiseObjection(String accountId, String entryId, AnnexNote objection, LocalDate raisedOn)
            implements HourAccountCommand {}

    record UpholdObjection(String accountId, String entryId, Officer officer, AnnexNote reason, LocalDate decidedOn)
            implements HourAccountCommand {}

    record DismissObjection(
            String accountId, String entryId, Officer officer, AnnexNote reason, LocalDate decidedOn, String rulebook)
            implements HourAccountCommand {}

    /** The volunteer says that an entry, no longer in public notice, is not right; it stays as it is till answered. */
    record ReportError(String accountId, String entryId, AnnexNote report, LocalDate reportedOn)
            implements HourAccountCommand {}

    /** The entry is right as it is; any decision that changes it answers a report as well. */
    record DismissErrorReport(
            String accountId, String entryId, Officer officer, AnnexNote reason, LocalDate decidedOn)
            implements HourAccountCommand {}

    /** Put right what an entry says; judged like a new entry (R17, R18). */
    record CorrectService(
            String accountId,
            String entryId,
            Activity activity,
            ServedTime time,
            Officer officer,
            String reasonCode,
            AnnexNote reason,
            RecordingFacts facts)
            implements HourAccountCommand {}

    record RevokeService(
            String accountId, String entryId, Officer officer, String reasonCode, AnnexNote reason, LocalDate decidedOn)
            implements HourAccountCommand {}

    /**
     * Let a revoked entry stand again; judged like a new entry (R18).
     *
     * @param recordTaken whether its source record has become another entry since (R9)
     */
    record ReinstateService(
            String accountId,
            String entryId,
            Officer officer,
            String reasonCode,
            AnnexNote reason,
            LocalDate decidedOn,
            String rulebook,
            Circumstances circumstances,
            boolean recordTaken)
            implements HourAccountCommand {

        public ReinstateService(
                String accountId,
                String entryId,
                Officer officer,
                String reasonCode,
                AnnexNote reason,
                LocalDate decidedOn,
                String rulebook,
                Circumstances circumstances) {
            this(accountId, entryId, officer, reasonCode, reason, decidedOn, rulebook, circumstances, false);
        }

        public ReinstateService withRecordTaken(boolean taken) {
            return new ReinstateService(
                    accountId, entryId, officer, reasonCode, reason, decidedOn, rulebook, circumstances, taken);
        }
    }

    /** Say how well a service was done (R19). */
    record RateService(String accountId, String entryId, Rating rating, Officer officer)
            implements HourAccountCommand {}

    /**
     * Propose that another organization keeps the entry from now on (F2.4).
     *
     * @param receiverActive whether that organization is in good standing, as the door found it
     */
    record ProposeTransfer(
            String accountId,
            String entryId,
            String toOrganizationId,
            boolean receiverActive,
            Officer officer,
            String reasonCode,
            AnnexNote reason,
            LocalDate proposedOn)
            implements HourAccountCommand {}

    /** The volunteer says yes to a proposed transfer. */
    record ConsentToTransfer(String accountId, String entryId, LocalDate consentedOn) implements HourAccountCommand {}

    /**
     * A proposed transfer comes to nothing.
     *
     * @param outcome a volunteer's no is a refusal before, and a withdrawal after, the consent
     * @param officer absent where the volunteer ends it
     */
    record EndTransfer(
            String accountId,
            String entryId,
            TransferEnd outcome,
            @Nullable Officer officer,
            @Nullable AnnexNote reason,
            LocalDate endedOn)
            implements HourAccountCommand {}

    /** The receiving organization has verified the entry and keeps it. */
    record TakeTransferredService(
            String accountId, String entryId, boolean receiverActive, Officer officer, LocalDate takenOn)
            implements HourAccountCommand {}

    /** Compute again the days of an entry that were provisional. */
    record ReassessEntry(String accountId, String entryId, LocalDate reassessedOn) implements HourAccountCommand {}
}
