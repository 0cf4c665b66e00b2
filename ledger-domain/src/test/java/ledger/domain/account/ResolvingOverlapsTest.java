package ledger.domain.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import ledger.domain.Refusal;
import ledger.domain.Scenario;
import ledger.domain.account.HourAccountCommand.Remedy;
import ledger.domain.account.HourAccountCommand.ResolveOverlap;
import ledger.domain.account.HourAccountEvent.HeldServiceApproved;
import ledger.domain.account.HourAccountEvent.ServiceCorrected;
import ledger.domain.account.HourAccountEvent.ServiceHeld;
import ledger.domain.account.HourAccountEvent.ServiceRecorded;
import ledger.domain.account.HourAccountEvent.ServiceRevoked;

import static ledger.domain.account.HoldReason.SERVICE_OVERLAPS;
import static ledger.domain.account.Sample.ACCOUNT;
import static ledger.domain.account.Sample.ACTIVITY;
import static ledger.domain.account.Sample.AUTHORITY;
import static ledger.domain.account.Sample.FACTS;
import static ledger.domain.account.Sample.NOTE;
import static ledger.domain.account.Sample.PARENT;
import static ledger.domain.account.Sample.RECORDED_ON;
import static ledger.domain.account.Sample.RECORDER;
import static ledger.domain.account.Sample.RULEBOOK;
import static ledger.domain.account.Sample.STATION;
import static ledger.domain.account.Sample.STREET;
import static ledger.domain.account.Sample.certified;
import static ledger.domain.account.Sample.declined;
import static ledger.domain.account.Sample.entry;
import static ledger.domain.account.Sample.held;
import static ledger.domain.account.Sample.record;
import static ledger.domain.account.Sample.recorded;
import static ledger.domain.account.Sample.revoked;
import static ledger.domain.account.Sample.saturday;

/** An overlap ends in one decision of whoever stands above all concerned, or not at all (R10). */
class ResolvingOverlapsTest {

    private static final String ELSEWHERE = "organization-elsewhere";
    private static final Set<String> BOTH = Set.of(STREET, STATION, ELSEWHERE);
    private static final ServedTime MORNING = saturday("09:00", "11:00");
    private static final ServedTime LATER = saturday("10:00", "12:00");
    private static final ServedTime SHORTENED = saturday("09:00", "10:00");
    private static final ServedTime AFTER_IT = saturday("11:00", "13:00");

    @Test
    void r10_theOtherEntryIsShortenedAndTheHeldOneApprovedInOneDecision() {
        overlapped().when(resolve(PARENT, BOTH, retime("a", SHORTENED))).then(
                corrected(elsewhere("a", MORNING), SHORTENED, PARENT), approved(PARENT));
    }

    @Test
    void r10_theOtherEntryIsTakenBackAndTheHeldOneApprovedInOneDecision() {
        overlapped().when(resolve(PARENT, BOTH, new Remedy.TakeBack(entry("a")))).then(
                new ServiceRevoked(ACCOUNT, entry("a"), 120, PARENT, "overlap", NOTE, RECORDED_ON), approved(PARENT));
    }

    @Test
    void r10_theHeldEntryIsGivenAnotherTimeAndApprovedInOneDecision() {
        overlapped().when(resolve(PARENT, BOTH, retime("b", AFTER_IT))).then(
                corrected(record("b", LATER), AFTER_IT, PARENT), approved(PARENT));
    }

    @Test
    void r10_bothAreGivenAnotherTimeWhicheverIsNamedFirst() {
        ServedTime nineThirty = saturday("09:00", "09:30");
        var facts = new HourAccountEvent[] {
            corrected(elsewhere("a", MORNING), nineThirty, PARENT),
            corrected(record("b", LATER), saturday("09:30", "12:00"), PARENT),
            approved(PARENT)
        };
        Remedy first = retime("a", nineThirty);
        Remedy second = retime("b", saturday("09:30", "12:00"));
        overlapped().when(resolve(PARENT, BOTH, first, second)).then(facts);
        overlapped().when(resolve(PARENT, BOTH, second, first)).then(facts);
    }

    @Test
    void r10_anEntryMayTakeTheTimeThatAnotherLeaves() {
        ServedTime early = saturday("08:00", "10:00");
        ServedTime late = saturday("10:00", "11:00");
        ServedTime between = saturday("09:00", "10:30");
        ServedTime next = saturday("10:30", "12:30");
        ServedTime afternoon = saturday("13:00", "14:00");
        given(recorded(elsewhere("a", early)), recorded(elsewhere("c", late)), overlapping("b", between))
                .when(resolve(PARENT, BOTH, retime("a", next), retime("c", afternoon)))
                .then(
                        corrected(elsewhere("c", late), afternoon, PARENT),
                        corrected(elsewhere("a", early), next, PARENT),
                        approved(PARENT));
        given(recorded(elsewhere("a", early)), recorded(elsewhere("c", late)), overlapping("b", between))
                .when(resolve(PARENT, BOTH, retime("a", next), retime("c", saturday("08:00", "09:00"))))
                .thenRefused(HourAccountRefusal.SERVICE_OVERLAPS, "servedFrom");
    }

    @Test
    void r10_aCertifiedEntryStaysCertifiedAtItsNewTime() {
        given(recorded(elsewhere("a", MORNING)), certified("a", 120), overlapping("b", LATER))
                .when(resolve(PARENT, BOTH, retime("a", SHORTENED)))
                .then(corrected(elsewhere("a", MORNING), SHORTENED, PARENT), approved(PARENT));
        given(recorded(elsewhere("a", MORNING)), certified("a", 120), overlapping("b", LATER),
                        corrected(elsewhere("a", MORNING), SHORTENED, PARENT), approved(PARENT))
                .when(record("d", SHORTENED)).then(held("d", SHORTENED, SERVICE_OVERLAPS));
    }

    @Test
    void r10_anOrganizationThatStandsAboveOneOfThemOnlyMayNotResolve() {
        overlapped().when(resolve(RECORDER, Set.of(STATION), retime("b", AFTER_IT)))
                .thenRefused(HourAccountRefusal.NOT_THE_COMMON_ANCESTOR, "entry");
        overlapped().when(resolve(PARENT, Set.of(STREET, STATION), retime("a", SHORTENED)))
                .thenRefused(HourAccountRefusal.NOT_THE_COMMON_ANCESTOR, "entry");
        overlapped().when(resolve(PARENT, Set.of(STREET, ELSEWHERE), retime("a", SHORTENED)))
                .thenRefused(HourAccountRefusal.NOT_THE_COMMON_ANCESTOR, "entry");
        overlapped().when(resolve(new Officer(ELSEWHERE, Tier.OWN), Set.of(ELSEWHERE), retime("a", SHORTENED)))
                .thenRefused(HourAccountRefusal.NOT_YOUR_ENTRY, "entry");
    }

    @Test
    void r10_theAuthorityResolvesForAll() {
        overlapped().when(resolve(AUTHORITY, Set.of(), retime("a", SHORTENED))).then(
                corrected(elsewhere("a", MORNING), SHORTENED, AUTHORITY), approved(AUTHORITY));
    }

    @Test
    void r10_anOrganizationResolvesAnOverlapOfItsOwnEntriesItself() {
        given(recorded("a", MORNING), overlapping("b", LATER))
                .when(resolve(RECORDER, Set.of(STATION), retime("a", SHORTENED)))
                .then(corrected(record("a", MORNING), SHORTENED, RECORDER), approved(RECORDER));
    }

    @Test
    void r10_whatStillOverlapsIsRefusedAsAWhole() {
        overlapped().when(resolve(PARENT, BOTH)).thenRefused(HourAccountRefusal.SERVICE_OVERLAPS, "servedFrom");
        overlapped().when(resolve(PARENT, BOTH, retime("a", saturday("09:00", "10:01"))))
                .thenRefused(HourAccountRefusal.SERVICE_OVERLAPS, "servedFrom");
        ServedTime anHour = saturday("10:00", "11:00");
        given(recorded(elsewhere("a", MORNING)), recorded("c", AFTER_IT), overlapping("b", anHour))
                .when(resolve(PARENT, BOTH, retime("a", saturday("11:00", "12:00"))))
                .thenRefused(HourAccountRefusal.SERVICE_OVERLAPS, "servedFrom");
    }

    @Test
    void r18_eachTimeIsJudgedLikeANewEntry() {
        overlapped().when(resolve(PARENT, BOTH, retime("a", saturday("09:00", "09:00"))))
                .thenRefused(HourAccountRefusal.END_NOT_AFTER_START, "servedTo");
        ServedTime nineHours = Sample.on("2026-03-06", "08:00", "17:00");
        overlapped().when(resolve(RECORDER, Set.of(STATION, ELSEWHERE), retime("b", nineHours))).thenRefused(
                Refusal.of(HourAccountRefusal.NEEDS_HIGHER_DECISION, "minutes")
                        .with("minutes", 540)
                        .with("limit", 480));
        overlapped().when(resolve(PARENT, BOTH, retime("b", nineHours)))
                .then(corrected(record("b", LATER), nineHours, PARENT), approved(PARENT));
    }

    @Test
    void r10_remediesAreAboutTheEntriesThatOverlapEachOnce() {
        refusesRemedies(retime("c", SHORTENED));
        refusesRemedies(retime("a", SHORTENED), new Remedy.TakeBack(entry("a")));
        refusesRemedies(new Remedy.TakeBack(entry("b")));
    }

    @Test
    void r10_whereNothingOverlapsNothingIsResolved() {
        given(recorded(elsewhere("a", MORNING)), overlapping("b", LATER), revoked("a", 120))
                .when(resolve(PARENT, BOTH, retime("b", AFTER_IT)))
                .thenRefused(HourAccountRefusal.NOTHING_OVERLAPS, "entry");
        given(overlapping("b", LATER), declined("b")).when(resolve(PARENT, BOTH))
                .thenRefused(HourAccountRefusal.ENTRY_NOT_HELD, "entry");
        given().when(resolve(PARENT, BOTH)).thenRefused(HourAccountRefusal.ENTRY_UNKNOWN, "entry");
    }

    @Test
    void r10_resolvingTwiceChangesNothing() {
        given(recorded(elsewhere("a", MORNING)), overlapping("b", LATER),
                        corrected(elsewhere("a", MORNING), SHORTENED, PARENT), approved(PARENT))
                .when(resolve(PARENT, BOTH, retime("a", SHORTENED))).thenAlreadySo(entry("b"));
    }

    private static void refusesRemedies(Remedy... remedies) {
        given(recorded(elsewhere("a", MORNING)), recorded("c", saturday("14:00", "15:00")), overlapping("b", LATER))
                .when(resolve(PARENT, BOTH, remedies))
                .thenRefused(HourAccountRefusal.REMEDY_NOT_ABOUT_OVERLAP, "remedies");
    }

    private static Scenario<HourAccountAggregate> given(HourAccountEvent... history) {
        return Sample.given(history);
    }

    /** Another organization's morning stands, and the station's session from ten on waits. */
    private static Scenario<HourAccountAggregate> overlapped() {
        return given(recorded(elsewhere("a", MORNING)), overlapping("b", LATER));
    }

    private static ServiceHeld overlapping(String sourceRecord, ServedTime time) {
        return held(sourceRecord, time, SERVICE_OVERLAPS);
    }

    private static HourAccountCommand.RecordService elsewhere(String sourceRecord, ServedTime time) {
        var ours = record(sourceRecord, time);
        return new HourAccountCommand.RecordService(
                ours.accountId(), ours.volunteerId(), ours.source(), ELSEWHERE, ELSEWHERE, ours.activity(), ours.time(),
                ours.evidence(), ours.remark(), ours.facts());
    }

    private static ServiceRecorded recorded(HourAccountCommand.RecordService command) {
        return Sample.recorded(command);
    }

    private static ServiceRecorded recorded(String sourceRecord, ServedTime time) {
        return Sample.recorded(sourceRecord, time);
    }

    private static Remedy retime(String sourceRecord, ServedTime time) {
        return new Remedy.Retime(entry(sourceRecord), time);
    }

    private static ResolveOverlap resolve(Officer officer, Set<String> oversees, Remedy... remedies) {
        return new ResolveOverlap(
                ACCOUNT, entry("b"), List.of(remedies), officer, oversees, "overlap", NOTE, FACTS);
    }

    private static ServiceCorrected corrected(
            HourAccountCommand.RecordService before, ServedTime time, Officer officer) {
        return new ServiceCorrected(
                ACCOUNT, entry(before.source().record()), ACTIVITY, time,
                ContentFingerprint.of(
                        before.volunteerId(), before.recordedBy(), ACTIVITY, time, EvidenceGrade.SYSTEM_TIMED),
                before.time().minutes(), officer, "overlap", NOTE, RECORDED_ON, RULEBOOK);
    }

    private static HeldServiceApproved approved(Officer officer) {
        return new HeldServiceApproved(
                ACCOUNT, entry("b"), officer, NOTE, RECORDED_ON, LocalDate.parse("2026-03-13"), false, RULEBOOK);
    }
}
