package ledger.domain.volunteer;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.Digest;
import ledger.domain.LedgerCommand;
import ledger.domain.account.AnnexNote;

/** What can be asked of one volunteer's registration. */
public sealed interface VolunteerCommand extends LedgerCommand {

    String volunteerId();

    @Override
    default String aggregateId() {
        return volunteerId();
    }

    /**
     * Register a volunteer. Who it is stands in the vault; the fact knows the id only (R5).
     *
     * @param registeredOn from this day service counts towards schemes that count from registration (R22)
     * @param enrolledBy organization that entered the registration
     */
    record EnrolVolunteer(String volunteerId, LocalDate registeredOn, String enrolledBy) implements VolunteerCommand {}

    /**
     * Keep that a consent was given (R14, R30).
     *
     * @param guardian name of the guardian who gave it, in the annex
     * @param evidence where the paper is, in the annex
     * @param validTo last day on which it is in force; absent for no end
     * @param recordedBy organization that holds the evidence
     */
    record RecordConsent(
            String volunteerId,
            ConsentKind kind,
            ConsentScope scope,
            ConsentGiver giver,
            @Nullable AnnexNote guardian,
            @Nullable AnnexNote evidence,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String recordedBy,
            LocalDate recordedOn)
            implements VolunteerCommand {

        /** The id follows from what was consented to, so that keeping it twice is harmless. */
        public String consentId() {
            return "consent-" + Digest.of(
                            volunteerId, kind.name(), scope.reach().name(), String.valueOf(scope.value()), giver.name(),
                            validFrom.toString(), String.valueOf(validTo))
                    .substring(0, 32);
        }
    }

    /** @param withdrawnOn first day on which it is no longer in force */
    record WithdrawConsent(String volunteerId, String consentId, @Nullable AnnexNote reason, LocalDate withdrawnOn)
            implements VolunteerCommand {}

    /**
     * Keep that a volunteer holds a credential, a training or an insurance (R14).
     *
     * @param code what it is called where a rulebook asks for it
     * @param validTo last day on which it is in force; absent for no end
     * @param evidence where the paper is, in the annex
     */
    record RecordQualification(
            String volunteerId,
            QualificationKind kind,
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable AnnexNote evidence,
            String recordedBy,
            LocalDate recordedOn)
            implements VolunteerCommand {

        public String qualificationId() {
            return "qualification-" + Digest.of(
                            volunteerId, kind.name(), code, validFrom.toString(), String.valueOf(validTo))
                    .substring(0, 32);
        }
    }

    /** @param withdrawnOn first day on which it is no longer in force */
    record WithdrawQualification(
            String volunteerId, String qualificationId, @Nullable AnnexNote reason, LocalDate withdrawnOn)
            implements VolunteerCommand {}

    /**
     * Stop new entries and new statements of a volunteer, not history (R20).
     *
     * @param until last day of the freeze; absent until it is lifted
     */
    record FreezeVolunteer(
            String volunteerId,
            String reasonCode,
            @Nullable AnnexNote reason,
            LocalDate frozenOn,
            @Nullable LocalDate until)
            implements VolunteerCommand {}

    record UnfreezeVolunteer(String volunteerId, @Nullable AnnexNote reason, LocalDate unfrozenOn)
            implements VolunteerCommand {}

    /**
     * The number is another's from now on (R5), once its account has gone there.
     *
     * @param mergeId asked again with it, nothing happens
     */
    record MergeVolunteers(String volunteerId, String mergeId, String intoVolunteerId, LocalDate mergedOn)
            implements VolunteerCommand {}

    record UnmergeVolunteers(String volunteerId, String mergeId, LocalDate unmergedOn) implements VolunteerCommand {}

    /** The volunteer leaves; what was served stays. */
    record WithdrawVolunteer(
            String volunteerId, String reasonCode, @Nullable AnnexNote reason, LocalDate withdrawnOn)
            implements VolunteerCommand {}
}
