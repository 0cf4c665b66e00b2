package ledger.domain.account;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ledger.domain.Refusal;

import static ledger.domain.account.Sample.FACTS;
import static ledger.domain.account.Sample.SHANGHAI;
import static ledger.domain.account.Sample.given;
import static ledger.domain.account.Sample.record;
import static ledger.domain.account.Sample.recorded;
import static ledger.domain.account.Sample.saturday;

/** Whether a session comes into the ledger at all (R1, R4, R6, R7, R15). */
class RecordingServiceTest {

    @Test
    void r1_recordsTheMinutesGiven() {
        given().when(record("a", saturday("09:00", "11:00"))).then(recorded("a", saturday("09:00", "11:00")));
    }

    @Test
    void r1_refusesServiceOfNoMinute() {
        ServedTime time = new ServedTime(LocalDate.parse("2026-03-07"), null, null, SHANGHAI.getId(), 0, 0);
        given().when(record(named("义诊"), EvidenceGrade.HISTORICAL, time))
                .thenRefused(HourAccountRefusal.BREAK_TOO_LONG, "breakMinutes");
    }

    @Test
    void r4_refusesServiceThatEndsAfterTheMomentOfRecording() {
        var command = record("a", saturday("09:00", "11:00"), recordedAt("2026-03-07T02:59:00Z"));
        given().when(command).thenRefused(
                Refusal.of(HourAccountRefusal.SERVICE_IN_THE_FUTURE, "servedTo").with("recordedOn", "2026-03-07"));
    }

    @Test
    void r4_acceptsServiceThatEndsAtTheMomentOfRecording() {
        var command = record("a", saturday("09:00", "11:00"), recordedAt("2026-03-07T03:00:00Z"));
        // Saturday 7 March: the notice runs from Monday 9 to Wednesday 11.
        given().when(command).then(new HourAccountEvent.ServiceRecorded(
                Sample.ACCOUNT, Sample.entry("a"), Sample.content(command, 1), LocalDate.parse("2026-03-12"), false));
    }

    @Test
    void r4_refusesAnEndAtTheStart() {
        given().when(record("a", saturday("09:00", "09:00")))
                .thenRefused(HourAccountRefusal.END_NOT_AFTER_START, "servedTo");
    }

    @ParameterizedTest
    @EnumSource(value = EvidenceGrade.class, names = "HISTORICAL", mode = EnumSource.Mode.EXCLUDE)
    void r4_refusesDateAndValueAloneBelowGradeHistorical(EvidenceGrade grade) {
        given().when(record(Sample.ACTIVITY, grade, valueOf80()))
                .thenRefused(HourAccountRefusal.INTERVAL_MISSING, "servedFrom");
    }

    @Test
    void r4_acceptsDateAndValueAloneAtGradeHistorical() {
        var command = record(Sample.ACTIVITY, EvidenceGrade.HISTORICAL, valueOf80());
        given().when(command).then(recorded(command));
    }

    @Test
    void r6_namesEachMissingField() {
        refusesWithout("activityName", activity(" ", "c", "d", "e", "f", "g"));
        refusesWithout("place", activity("a", "c", "d", null, "f", "g"));
        refusesWithout("content", activity("a", "c", "", "e", "f", "g"));
        refusesWithout("category", activity("a", null, "d", "e", "f", "g"));
        refusesWithout("personInCharge", activity("a", "c", "d", "e", null, "g"));
        refusesWithout("recorder", activity("a", "c", "d", "e", "f", null));
    }

    @Test
    void r6_acceptsAnHistoricalEntryThatNamesItsActivityOnly() {
        var command = record(named("义诊"), EvidenceGrade.HISTORICAL, valueOf80());
        given().when(command).then(recorded(command));
    }

    @Test
    void r6_refusesAnHistoricalEntryWithoutAnActivity() {
        given().when(record(named(""), EvidenceGrade.HISTORICAL, valueOf80()))
                .thenRefused(HourAccountRefusal.FIELD_MISSING, "activityName");
    }

    @Test
    void r7_recordsForAnActiveSupervisedOrganizer() {
        given().when(record("a", saturday("09:00", "11:00"), standing(true, true, true)))
                .then(recorded("a", saturday("09:00", "11:00")));
    }

    @Test
    void r7_refusesOrganizationsThatMayNotRecord() {
        given().when(record("a", saturday("09:00", "11:00"), standing(false, true, true)))
                .thenRefused(HourAccountRefusal.ORGANIZATION_NOT_ACTIVE, "organization");
        given().when(record("a", saturday("09:00", "11:00"), standing(true, false, true)))
                .thenRefused(HourAccountRefusal.TEAM_WITHOUT_SUPERVISOR, "organization");
        given().when(record("a", saturday("09:00", "11:00"), standing(true, true, false)))
                .thenRefused(HourAccountRefusal.NOT_THE_ORGANIZER, "organizer");
    }

    @ParameterizedTest
    @EnumSource(EvidenceGrade.class)
    void r15_keepsTheEvidenceGradeOfEveryEntry(EvidenceGrade grade) {
        var command = record(Sample.ACTIVITY, grade, saturday("09:00", "11:00"));
        given().when(command).then(recorded(command));
    }

    @Test
    void r15_anotherGradeIsAnotherContent() {
        var timed = record(Sample.ACTIVITY, EvidenceGrade.SYSTEM_TIMED, saturday("09:00", "11:00"));
        given(recorded(timed)).when(record(Sample.ACTIVITY, EvidenceGrade.ORG_ENTERED, saturday("09:00", "11:00")))
                .thenRefused(HourAccountRefusal.SOURCE_RECORD_CHANGED, "sourceRecord");
    }

    private static void refusesWithout(String field, Activity activity) {
        given().when(record(activity, EvidenceGrade.ORG_ENTERED, saturday("09:00", "11:00"))).thenRefused(
                Refusal.of(HourAccountRefusal.FIELD_MISSING, field).with("field", field));
    }

    private static Activity named(String name) {
        return new Activity(name, null, null, null, null, null);
    }

    private static Activity activity(
            String name,
            @Nullable String category,
            @Nullable String content,
            @Nullable String place,
            @Nullable String personInCharge,
            @Nullable String recorder) {
        return new Activity(name, category, content, place, personInCharge, recorder);
    }

    private static ServedTime valueOf80() {
        return ServedTime.value(LocalDate.parse("2019-05-04"), SHANGHAI, 80);
    }

    private static RecordingFacts recordedAt(String instant) {
        Instant at = Instant.parse(instant);
        return new RecordingFacts(
                true, true, true, at, at.atZone(SHANGHAI).toLocalDate(), Sample.RULEBOOK, new Claim.Unclaimed(),
                Circumstances.UNKNOWN);
    }

    private static RecordingFacts standing(boolean active, boolean supervised, boolean organizer) {
        return new RecordingFacts(
                active, supervised, organizer, FACTS.recordedAt(), FACTS.recordedOn(), Sample.RULEBOOK,
                new Claim.Unclaimed(), Circumstances.UNKNOWN);
    }
}
