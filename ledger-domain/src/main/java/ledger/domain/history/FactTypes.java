package ledger.domain.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ledger.domain.Fact;
import ledger.domain.account.AccountMergeEvent;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.activity.ActivityEvent;
import ledger.domain.organization.OrganizationEvent;
import ledger.domain.place.GridEvent;
import ledger.domain.place.StationEvent;
import ledger.domain.recognition.ComplaintEvent;
import ledger.domain.recognition.FalseHoursEvent;
import ledger.domain.recognition.HonourEvent;
import ledger.domain.recognition.NominationEvent;
import ledger.domain.recognition.RecognitionEvent;
import ledger.domain.statement.StatementEvent;
import ledger.domain.submission.SubmissionEvent;
import ledger.domain.volunteer.VolunteerEvent;

/**
 * Under which plain name and revision each fact is stored. Names and revisions never change; a class may be renamed
 * and moved freely. A new revision is added here together with the step in {@link Lifting} that lifts the one
 * before it.
 */
public final class FactTypes {

    /** @param revision the revision written today, from 1 */
    public record FactType(String name, int revision, Class<? extends Fact> type) {}

    private static final List<FactType> ALL = List.of(
            new FactType("OrganizationRegistered", 1, OrganizationEvent.OrganizationRegistered.class),
            new FactType("OrganizationSuspended", 1, OrganizationEvent.OrganizationSuspended.class),
            new FactType("OrganizationReinstated", 1, OrganizationEvent.OrganizationReinstated.class),
            new FactType("OrganizationAffiliated", 1, OrganizationEvent.OrganizationAffiliated.class),
            new FactType("OfficerAppointed", 1, OrganizationEvent.OfficerAppointed.class),
            new FactType("OfficerDismissed", 1, OrganizationEvent.OfficerDismissed.class),
            new FactType("OrganizationWarned", 1, OrganizationEvent.OrganizationWarned.class),
            new FactType("OrganizationDissolved", 1, OrganizationEvent.OrganizationDissolved.class),
            new FactType("StationOpened", 1, StationEvent.StationOpened.class),
            new FactType("StationClosed", 1, StationEvent.StationClosed.class),
            new FactType("GridDefined", 1, GridEvent.GridDefined.class),
            new FactType("GridMerged", 1, GridEvent.GridMerged.class),
            new FactType("VolunteerEnrolled", 1, VolunteerEvent.VolunteerEnrolled.class),
            new FactType("ConsentRecorded", 1, VolunteerEvent.ConsentRecorded.class),
            new FactType("ConsentWithdrawn", 1, VolunteerEvent.ConsentWithdrawn.class),
            new FactType("QualificationRecorded", 1, VolunteerEvent.QualificationRecorded.class),
            new FactType("QualificationWithdrawn", 1, VolunteerEvent.QualificationWithdrawn.class),
            new FactType("VolunteerFrozen", 1, VolunteerEvent.VolunteerFrozen.class),
            new FactType("VolunteerUnfrozen", 1, VolunteerEvent.VolunteerUnfrozen.class),
            new FactType("VolunteerWithdrawn", 1, VolunteerEvent.VolunteerWithdrawn.class),
            new FactType("VolunteersMerged", 1, VolunteerEvent.VolunteersMerged.class),
            new FactType("VolunteersUnmerged", 1, VolunteerEvent.VolunteersUnmerged.class),
            new FactType("ActivityPublished", 1, ActivityEvent.ActivityPublished.class),
            new FactType("ActivityCancelled", 1, ActivityEvent.ActivityCancelled.class),
            new FactType("ActivityClosed", 1, ActivityEvent.ActivityClosed.class),
            new FactType("ServiceRecorded", 2, HourAccountEvent.ServiceRecorded.class),
            new FactType("ServiceHeld", 2, HourAccountEvent.ServiceHeld.class),
            new FactType("TrainingRecorded", 1, HourAccountEvent.TrainingRecorded.class),
            new FactType("HeldServiceKeptAsTraining", 1, HourAccountEvent.HeldServiceKeptAsTraining.class),
            new FactType("HeldServiceApproved", 1, HourAccountEvent.HeldServiceApproved.class),
            new FactType("HoldRenewed", 1, HourAccountEvent.HoldRenewed.class),
            new FactType("ErrorReported", 1, HourAccountEvent.ErrorReported.class),
            new FactType("ErrorReportDismissed", 1, HourAccountEvent.ErrorReportDismissed.class),
            new FactType("HeldServiceDeclined", 1, HourAccountEvent.HeldServiceDeclined.class),
            new FactType("ObjectionRaised", 1, HourAccountEvent.ObjectionRaised.class),
            new FactType("ObjectionUpheld", 1, HourAccountEvent.ObjectionUpheld.class),
            new FactType("ObjectionDismissed", 1, HourAccountEvent.ObjectionDismissed.class),
            new FactType("ServiceCertified", 1, HourAccountEvent.ServiceCertified.class),
            new FactType("ServiceCorrected", 1, HourAccountEvent.ServiceCorrected.class),
            new FactType("ServiceRevoked", 1, HourAccountEvent.ServiceRevoked.class),
            new FactType("ServiceReinstated", 1, HourAccountEvent.ServiceReinstated.class),
            new FactType("ServiceRated", 1, HourAccountEvent.ServiceRated.class),
            new FactType("EntryReassessed", 1, HourAccountEvent.EntryReassessed.class),
            new FactType("ServiceTakenOver", 1, HourAccountEvent.ServiceTakenOver.class),
            new FactType("TransferProposed", 1, HourAccountEvent.TransferProposed.class),
            new FactType("TransferConsented", 1, HourAccountEvent.TransferConsented.class),
            new FactType("TransferEnded", 1, HourAccountEvent.TransferEnded.class),
            new FactType("ServiceTransferred", 1, HourAccountEvent.ServiceTransferred.class),
            new FactType("MergeAgreed", 1, AccountMergeEvent.MergeAgreed.class),
            new FactType("MergeCalledOff", 1, AccountMergeEvent.MergeCalledOff.class),
            new FactType("AccountClosedByMerge", 1, AccountMergeEvent.AccountClosedByMerge.class),
            new FactType("AccountAbsorbed", 1, AccountMergeEvent.AccountAbsorbed.class),
            new FactType("AccountGivenBack", 1, AccountMergeEvent.AccountGivenBack.class),
            new FactType("AccountReopened", 1, AccountMergeEvent.AccountReopened.class),
            new FactType("RosterSubmitted", 1, SubmissionEvent.RosterSubmitted.class),
            new FactType("RosterCompleted", 1, SubmissionEvent.RosterCompleted.class),
            new FactType("RosterReversed", 1, SubmissionEvent.RosterReversed.class),
            new FactType("ReversalCompleted", 1, SubmissionEvent.ReversalCompleted.class),
            new FactType("SchemePublished", 1, RecognitionEvent.SchemePublished.class),
            new FactType("RecognitionNominated", 1, RecognitionEvent.RecognitionNominated.class),
            new FactType("NominationDeclined", 1, RecognitionEvent.NominationDeclined.class),
            new FactType("NominationObjected", 1, NominationEvent.NominationObjected.class),
            new FactType("NominationObjectionAnswered", 1, NominationEvent.NominationObjectionAnswered.class),
            new FactType("NominationObjectionUpheld", 1, NominationEvent.NominationObjectionUpheld.class),
            new FactType("NominationObjectionDismissed", 1, NominationEvent.NominationObjectionDismissed.class),
            new FactType("RecognitionConferred", 2, RecognitionEvent.RecognitionConferred.class),
            new FactType("RecognitionPutUnderReview", 1, RecognitionEvent.RecognitionPutUnderReview.class),
            new FactType("RecognitionConfirmed", 1, RecognitionEvent.RecognitionConfirmed.class),
            new FactType("RecognitionWithdrawn", 1, RecognitionEvent.RecognitionWithdrawn.class),
            new FactType("FalseHoursReported", 1, FalseHoursEvent.FalseHoursReported.class),
            new FactType("FalseHoursFound", 1, FalseHoursEvent.FalseHoursFound.class),
            new FactType("FalseHoursDismissed", 1, FalseHoursEvent.FalseHoursDismissed.class),
            new FactType("HonourRecorded", 1, HonourEvent.HonourRecorded.class),
            new FactType("HonourRevoked", 1, HonourEvent.HonourRevoked.class),
            new FactType("ComplaintRaised", 1, ComplaintEvent.ComplaintRaised.class),
            new FactType("ComplaintAnswered", 1, ComplaintEvent.ComplaintAnswered.class),
            new FactType("ComplaintClosed", 1, ComplaintEvent.ComplaintClosed.class),
            new FactType("StatementIssued", 1, StatementEvent.StatementIssued.class),
            new FactType("StatementSuperseded", 1, StatementEvent.StatementSuperseded.class));

    private static final Map<String, FactType> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<?>, FactType> BY_CLASS = new LinkedHashMap<>();

    static {
        ALL.forEach(type -> {
            BY_NAME.put(type.name(), type);
            BY_CLASS.put(type.type(), type);
        });
    }

    private FactTypes() {}

    public static List<FactType> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException for a class that is no registered fact: nothing unnamed is ever stored */
    public static FactType of(Class<?> type) {
        FactType found = BY_CLASS.get(type);
        if (found == null) {
            throw new IllegalArgumentException(type.getName() + " is not registered as a fact");
        }
        return found;
    }

    /** @throws IllegalArgumentException for a name that this version of the ledger does not know */
    public static FactType named(String name) {
        FactType found = BY_NAME.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no fact is named " + name);
        }
        return found;
    }
}
