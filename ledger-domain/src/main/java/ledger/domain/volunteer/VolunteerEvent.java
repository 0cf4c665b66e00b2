package ledger.domain.volunteer;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;
import ledger.domain.account.AnnexNote;

/** What happened to a volunteer's registration. */
public sealed interface VolunteerEvent extends Fact {

    String volunteerId();

    record VolunteerEnrolled(String volunteerId, String accountId, LocalDate registeredOn, String enrolledBy)
            implements VolunteerEvent {}

    record ConsentRecorded(
            String volunteerId,
            String consentId,
            ConsentKind kind,
            ConsentScope scope,
            ConsentGiver giver,
            @Nullable AnnexNote guardian,
            @Nullable AnnexNote evidence,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String recordedBy,
            LocalDate recordedOn)
            implements VolunteerEvent {}

    record ConsentWithdrawn(String volunteerId, String consentId, @Nullable AnnexNote reason, LocalDate withdrawnOn)
            implements VolunteerEvent {}

    record QualificationRecorded(
            String volunteerId,
            String qualificationId,
            QualificationKind kind,
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable AnnexNote evidence,
            String recordedBy,
            LocalDate recordedOn)
            implements VolunteerEvent {}

    record QualificationWithdrawn(
            String volunteerId, String qualificationId, @Nullable AnnexNote reason, LocalDate withdrawnOn)
            implements VolunteerEvent {}

    record VolunteerFrozen(
            String volunteerId,
            String reasonCode,
            @Nullable AnnexNote reason,
            LocalDate frozenOn,
            @Nullable LocalDate until)
            implements VolunteerEvent {}

    record VolunteerUnfrozen(String volunteerId, @Nullable AnnexNote reason, LocalDate unfrozenOn)
            implements VolunteerEvent {}

    /** The number is another's from now on; its account has gone there (R5). */
    record VolunteersMerged(String volunteerId, String mergeId, String intoVolunteerId, LocalDate mergedOn)
            implements VolunteerEvent {}

    record VolunteersUnmerged(String volunteerId, String mergeId, LocalDate unmergedOn) implements VolunteerEvent {}

    record VolunteerWithdrawn(String volunteerId, String reasonCode, @Nullable AnnexNote reason, LocalDate withdrawnOn)
            implements VolunteerEvent {}
}
