package ledger.api.door;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import ledger.api.TestLedger;
import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Tokens;
import ledger.api.door.Doors.Door;
import ledger.api.ground.Job;
import ledger.api.intake.Column;
import ledger.api.intake.DryRun;
import ledger.api.intake.Texts;
import ledger.api.operation.AuditReplay;
import ledger.api.operation.DailyRound;
import ledger.domain.account.Activity;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.Hold;
import ledger.domain.account.HoldReason;
import ledger.domain.account.Lateness;
import ledger.domain.account.Rating;
import ledger.domain.account.ServedTime;
import ledger.domain.activity.ActivityEvent.ActivityPublished;
import ledger.domain.organization.OfficerRole;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.organization.OrganizationStanding;
import ledger.domain.place.VenueType;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Verdict;
import ledger.domain.statement.StatementEvent.StatementIssued;
import ledger.domain.statement.StatementScope;
import ledger.domain.volunteer.ConsentGiver;
import ledger.domain.volunteer.ConsentKind;
import ledger.domain.volunteer.ConsentScope;
import ledger.domain.volunteer.QualificationKind;
import ledger.domain.volunteer.VolunteerEvent.ConsentRecorded;
import ledger.domain.volunteer.VolunteerEvent.QualificationRecorded;
import ledger.projections.DeadLetters;
import ledger.projections.Rebuild;
import ledger.projections.account.EntryReader.HistoryItem;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.HourTotals;
import ledger.projections.account.Objection;
import ledger.projections.activity.ActivityView;
import ledger.projections.organization.OrganizationView;
import ledger.projections.place.GridView;
import ledger.projections.place.StationView;
import ledger.projections.statement.HourStatement;
import ledger.projections.submission.RosterEntryReader;
import ledger.projections.submission.SubmissionReader;
import ledger.projections.submission.SubmissionReader.SubmissionView;

import static org.assertj.core.api.Assertions.assertThat;

/** The description of the doors says what the doors are: no more, no less. */
class OpenApiTest {

    /** Records that are written or read as they are, under the names of their schemas. */
    private static final Map<String, Class<? extends Record>> RECORDS = Map.ofEntries(
            Map.entry("HoursJson", HoursDoor.HoursJson.class),
            Map.entry("TotalsJson", HoursDoor.TotalsJson.class),
            Map.entry("EntryPage", HoursDoor.EntryPage.class),
            Map.entry("Sum", HourTotals.Sum.class),
            Map.entry("VerdictJson", VerdictJson.class),
            Map.entry("Report", VerdictJson.Report.class),
            Map.entry("NoticeJson", VerdictJson.NoticeJson.class),
            Map.entry("Shown", StatementDesk.Shown.class),
            Map.entry("HourStatement", HourStatement.class),
            Map.entry("Line", HourStatement.Line.class),
            Map.entry("StatementScope", StatementScope.class),
            Map.entry("StatementIssued", StatementIssued.class),
            Map.entry("StatementPage", StatementDoor.StatementPage.class),
            Map.entry("StatementAsked", StatementDoor.Asked.class),
            Map.entry("Verdict", Verdict.class),
            Map.entry("Counted", Verdict.Counted.class),
            Map.entry("NotCounted", Verdict.NotCounted.class),
            Map.entry("Missing", Verdict.Missing.class),
            Map.entry("RecognitionJson", RecognitionDoor.RecognitionJson.class),
            Map.entry("RecognitionConferred", RecognitionConferred.class),
            Map.entry("ConferringAsked", RecognitionDoor.Conferring.class),
            Map.entry("ReachedJson", RecognitionDoor.ReachedJson.class),
            Map.entry("ReachedPage", RecognitionDoor.ReachedPage.class),
            Map.entry("Scheme", Scheme.class),
            Map.entry("Band", Scheme.Band.class),
            Map.entry("EntryVersion", EntryVersion.class),
            Map.entry("Activity", Activity.class),
            Map.entry("ServedTime", ServedTime.class),
            Map.entry("Hold", Hold.class),
            Map.entry("Lateness", Lateness.class),
            Map.entry("Rating", Rating.class),
            Map.entry("RatingAsked", EntryMarksDoor.RatingAsked.class),
            Map.entry("Rounded", HourTotals.Rounded.class),
            Map.entry("EntryJson", EntryDoor.EntryJson.class),
            Map.entry("Done", EntryDoor.Done.class),
            Map.entry("History", EntryDoor.History.class),
            Map.entry("HistoryLine", EntryDoor.HistoryLine.class),
            Map.entry("HistoryItem", HistoryItem.class),
            Map.entry("Decided", EntryDecisionDoor.Decided.class),
            Map.entry("Corrected", EntryDecisionDoor.Corrected.class),
            Map.entry("Resolved", EntryDecisionDoor.Resolved.class),
            Map.entry("RemedyAsked", EntryDecisionDoor.RemedyAsked.class),
            Map.entry("PreviewAsked", PreviewDoor.PreviewAsked.class),
            Map.entry("Preview", EntryPreview.Shown.class),
            Map.entry("PreviewTotals", EntryPreview.Totals.class),
            Map.entry("EntryChange", EntryPreview.EntryChange.class),
            Map.entry("SchemeChange", EntryPreview.SchemeChange.class),
            Map.entry("SchemeReached", EntryPreview.Reached.class),
            Map.entry("RefusedJson", RefusedJson.class),
            Map.entry("HeldPage", HeldDoor.HeldPage.class),
            Map.entry("HeldItem", HeldDesk.HeldItem.class),
            Map.entry("HeldWhy", HeldDesk.Why.class),
            Map.entry("Decider", HeldDesk.Decider.class),
            Map.entry("ObjectionPage", ObjectionDoor.ObjectionPage.class),
            Map.entry("ObjectionItem", ObjectionDoor.ObjectionItem.class),
            Map.entry("DecisionsAsked", BulkDecisions.Decisions.class),
            Map.entry("DecisionAsked", BulkDecisions.Decision.class),
            Map.entry("DecisionAnswers", BulkDecisions.Answers.class),
            Map.entry("DecisionAnswer", BulkDecisions.Answer.class),
            Map.entry("SubmissionView", SubmissionView.class),
            Map.entry("JobJson", JobJson.class),
            Map.entry("JobPage", JobDoor.JobPage.class),
            Map.entry("Told", Texts.Told.class),
            Map.entry("Effect", DryRun.Effect.class),
            Map.entry("OrganizationEffect", DryRun.OrganizationEffect.class),
            Map.entry("ReversalAsked", JobDoor.ReversalAsked.class),
            Map.entry("ReversalPreview", JobDoor.ReversalPreview.class),
            Map.entry("RosterStanding", RosterEntryReader.Standing.class),
            Map.entry("SubmissionPage", FileDoor.SubmissionPage.class),
            Map.entry("OrganizationView", OrganizationView.class),
            Map.entry("OrganizationPage", RegisterDoor.OrganizationPage.class),
            Map.entry("VolunteerJson", RegisterDoor.VolunteerJson.class),
            Map.entry("SuspensionAsked", StandingDoor.SuspensionAsked.class),
            Map.entry("WarningAsked", StandingDoor.WarningAsked.class),
            Map.entry("DissolutionAsked", StandingDoor.DissolutionAsked.class),
            Map.entry("AffiliationAsked", StandingDoor.AffiliationAsked.class),
            Map.entry("FreezeAsked", StandingDoor.FreezeAsked.class),
            Map.entry("UnfreezeAsked", StandingDoor.UnfreezeAsked.class),
            Map.entry("WithdrawalAsked", StandingDoor.WithdrawalAsked.class),
            Map.entry("AppointmentAsked", OfficerDoor.AppointmentAsked.class),
            Map.entry("DismissalAsked", OfficerDoor.DismissalAsked.class),
            Map.entry("OfficerJson", OfficerDoor.OfficerJson.class),
            Map.entry("OfficerPage", OfficerDoor.OfficerPage.class),
            Map.entry("ConsentJson", PaperDoor.ConsentJson.class),
            Map.entry("ConsentPage", PaperDoor.ConsentPage.class),
            Map.entry("ConsentRecorded", ConsentRecorded.class),
            Map.entry("ConsentScope", ConsentScope.class),
            Map.entry("AnnexNote", AnnexNote.class),
            Map.entry("QualificationJson", PaperDoor.QualificationJson.class),
            Map.entry("QualificationPage", PaperDoor.QualificationPage.class),
            Map.entry("QualificationRecorded", QualificationRecorded.class),
            Map.entry("TakenBack", PaperDoor.TakenBack.class),
            Map.entry("PublicationAsked", ActivityDoor.PublicationAsked.class),
            Map.entry("CancellationAsked", ActivityDoor.CancellationAsked.class),
            Map.entry("ActivityPage", ActivityDoor.ActivityPage.class),
            Map.entry("ActivityView", ActivityView.class),
            Map.entry("ActivityPublished", ActivityPublished.class),
            Map.entry("StationView", StationView.class),
            Map.entry("StationPage", PlaceDoor.StationPage.class),
            Map.entry("GridView", GridView.class),
            Map.entry("GridPage", PlaceDoor.GridPage.class),
            Map.entry("ClosingAsked", PlaceDoor.ClosingAsked.class),
            Map.entry("MergerAsked", PlaceDoor.MergerAsked.class),
            Map.entry("RoundAsked", OperationDoor.RoundAsked.class),
            Map.entry("RoundOutcome", DailyRound.Outcome.class),
            Map.entry("ReplayAsked", OperationDoor.ReplayAsked.class),
            Map.entry("ReplayOutcome", AuditReplay.Outcome.class),
            Map.entry("Standing", OperationDoor.Standing.class),
            Map.entry("RebuildAsked", ViewDoor.RebuildAsked.class),
            Map.entry("RebuildStep", Rebuild.Step.class),
            Map.entry("RebuildOutcome", ViewDoor.RebuildOutcome.class),
            Map.entry("Rebuilt", Rebuild.Outcome.class),
            Map.entry("TableCompared", Rebuild.Compared.class),
            Map.entry("DeadLetterPage", ViewDoor.DeadLetterPage.class),
            Map.entry("DeadLetter", DeadLetters.DeadLetter.class),
            Map.entry("RetryAsked", ViewDoor.RetryAsked.class),
            Map.entry("Retried", ViewDoor.Retried.class),
            Map.entry("TokenAsked", OperationDoor.TokenAsked.class),
            Map.entry("IssuedToken", Tokens.Issued.class),
            Map.entry("Actor", Actor.class));

    private static final Map<String, Class<? extends Enum<?>>> ENUMS = Map.ofEntries(
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
            Map.entry("NotCountedReason", Verdict.Reason.class),
            Map.entry("Role", Role.class),
            Map.entry("RatedBy", Rating.By.class),
            Map.entry("DecidedBy", HeldDesk.DecidedBy.class),
            Map.entry("ObjectionKind", Objection.Kind.class),
            Map.entry("DecisionOutcome", BulkDecisions.Outcome.class),
            Map.entry("JobKind", Job.Kind.class),
            Map.entry("JobState", Job.State.class),
            Map.entry("SubmissionState", SubmissionReader.State.class));

    private static TestLedger ledger;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        ledger = TestLedger.start();
        try (InputStream in = OpenApiTest.class.getClassLoader().getResourceAsStream(OpenApiDoor.DOCUMENT)) {
            document = new YAMLMapper().readTree(in);
        }
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void everyDoorIsAnOperationAndEveryOperationADoor() {
        Set<String> doors =
                Doors.of(ledger).all().stream().map(Door::operation).collect(Collectors.toCollection(TreeSet::new));
        assertThat(doors).hasSizeGreaterThan(30);
        assertThat(operations().keySet()).containsExactlyInAnyOrderElementsOf(doors);
    }

    @Test
    void everyReferenceResolves() {
        List<String> references = document.findValuesAsString("$ref");
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isObject()).as(reference).isTrue();
        });
    }

    @Test
    void everyComponentIsUsed() {
        Set<String> used = Set.copyOf(document.findValuesAsString("$ref"));
        for (String kind : List.of("parameters", "responses", "schemas")) {
            document.at("/components/" + kind).propertyNames()
                    .forEach(name -> assertThat(used).contains("#/components/" + kind + "/" + name));
        }
    }

    @Test
    void everyOperationHasAnIdOfItsOwnItsRolesAndWordsInBothLanguages() {
        assertThat(operations().values()).extracting(operation -> operation.path("operationId").asString())
                .doesNotHaveDuplicates().doesNotContain("");
        assertThat(operations()).allSatisfy((name, operation) -> {
            assertThat(operation.path("description").asString()).as(name).contains("Roles: ");
            assertThat(operation.path("summary").asString()).as(name).containsPattern("[a-z]")
                    .containsPattern("\\p{IsHan}");
            assertThat(operation.path("responses").has("401")).as(name).isTrue();
        });
    }

    static Stream<String> records() {
        return RECORDS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("records")
    void aSchemaHasTheComponentsOfItsRecord(String name) {
        assertThat(properties(name)).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(RECORDS.get(name).getRecordComponents()).map(RecordComponent::getName).toList());
        assertThat(document.at("/components/schemas/" + name + "/required").valueStream().map(JsonNode::asString))
                .isSubsetOf(properties(name));
    }

    @Test
    void aSchemaHasTheValuesOfItsEnum() {
        ENUMS.forEach((name, type) -> assertThat(
                        document.at("/components/schemas/" + name + "/enum").valueStream().map(JsonNode::asString))
                .as(name)
                .containsExactlyElementsOf(Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
    }

    @Test
    void requestsNameTheirFieldsAsTheIntakeReadsThem() {
        Set<String> wires = Arrays.stream(Column.values()).map(Column::wire).collect(Collectors.toSet());
        Set<String> described = new TreeSet<>();
        for (String name : List.of(
                "SessionAsked", "OrganizationAsked", "VolunteerAsked", "StationAsked", "GridAsked", "ConsentAsked",
                "QualificationAsked")) {
            described.addAll(properties(name));
        }
        described.remove("activity");
        assertThat(described).containsExactlyInAnyOrderElementsOf(wires);
    }

    private static List<String> properties(String schema) {
        JsonNode properties = document.at("/components/schemas/" + schema + "/properties");
        assertThat(properties.isObject()).as("schema " + schema).isTrue();
        return List.copyOf(properties.propertyNames());
    }

    private static Map<String, JsonNode> operations() {
        Set<String> methods = Set.of("get", "post", "put", "patch", "delete");
        return document.path("paths").propertyStream()
                .flatMap(path -> path.getValue().propertyStream()
                        .filter(operation -> methods.contains(operation.getKey()))
                        .map(operation -> Map.entry(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
