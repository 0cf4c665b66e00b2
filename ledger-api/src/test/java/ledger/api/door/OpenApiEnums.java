package ledger.api.door;

import java.util.Map;

import ledger.api.access.Role;
import ledger.api.ground.Job;
import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.HoldReason;
import ledger.domain.account.Rating;
import ledger.domain.organization.OfficerRole;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.organization.OrganizationStanding;
import ledger.domain.place.VenueType;
import ledger.domain.recognition.HonourOrigin;
import ledger.domain.recognition.Measure;
import ledger.domain.recognition.Verdict;
import ledger.domain.statement.OtherRecord;
import ledger.domain.volunteer.ConsentGiver;
import ledger.domain.volunteer.ConsentKind;
import ledger.domain.volunteer.ConsentScope;
import ledger.domain.volunteer.QualificationKind;
import ledger.projections.account.AccountMerge;
import ledger.projections.account.JudgedAnew;
import ledger.projections.account.Objection;
import ledger.projections.account.Signal;
import ledger.projections.account.Transfer;
import ledger.projections.activity.ActivityView;
import ledger.projections.recognition.ComplaintView;
import ledger.projections.recognition.FalseHoursView;
import ledger.projections.recognition.NominationObjection;
import ledger.projections.recognition.RecognitionView;
import ledger.projections.recognition.SimulatedChange;
import ledger.projections.submission.SubmissionReader;

/** Which enum each schema of the API description lists. */
final class OpenApiEnums {

    static final Map<String, Class<? extends Enum<?>>> ALL = Map.ofEntries(
            Map.entry("SignalKind", Signal.Kind.class),
            Map.entry("EntryState", EntryState.class),
            Map.entry("EvidenceGrade", EvidenceGrade.class),
            Map.entry("HoldReason", HoldReason.class),
            Map.entry("OrganizationKind", OrganizationKind.class),
            Map.entry("OrganizationStanding", OrganizationStanding.class),
            Map.entry("OfficerRole", OfficerRole.class),
            Map.entry("VenueType", VenueType.class),
            Map.entry("ConsentKind", ConsentKind.class),
            Map.entry("ConsentGiver", ConsentGiver.class),
            Map.entry("ConsentReach", ConsentScope.Reach.class),
            Map.entry("QualificationKind", QualificationKind.class),
            Map.entry("ActivityState", ActivityView.State.class),
            Map.entry("JudgedFate", JudgedAnew.Fate.class),
            Map.entry("SimulatedEffect", SimulatedChange.Effect.class),
            Map.entry("SimulatedCause", SimulatedChange.Cause.class),
            Map.entry("VerdictStatus", Verdict.Status.class),
            Map.entry("NotCountedReason", Verdict.Reason.class),
            Map.entry("Measure", Measure.class),
            Map.entry("Role", Role.class),
            Map.entry("RatedBy", Rating.By.class),
            Map.entry("DecidedBy", HeldDesk.DecidedBy.class),
            Map.entry("ObjectionKind", Objection.Kind.class),
            Map.entry("DecisionOutcome", BulkDecisions.Outcome.class),
            Map.entry("JobKind", Job.Kind.class),
            Map.entry("JobState", Job.State.class),
            Map.entry("MergeState", AccountMerge.State.class),
            Map.entry("RecognitionState", RecognitionView.State.class),
            Map.entry("NominationObjectionState", NominationObjection.State.class),
            Map.entry("HonourOrigin", HonourOrigin.class),
            Map.entry("ComplaintState", ComplaintView.State.class),
            Map.entry("OtherRecord", OtherRecord.class),
            Map.entry("FalseHoursState", FalseHoursView.State.class),
            Map.entry("TransferState", Transfer.State.class),
            Map.entry("SubmissionState", SubmissionReader.State.class));

    private OpenApiEnums() {}
}
