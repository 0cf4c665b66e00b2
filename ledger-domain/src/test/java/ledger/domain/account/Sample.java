package ledger.domain.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import ledger.domain.Fact;
import ledger.domain.LedgerIds;
import ledger.domain.Scenario;
import ledger.domain.account.HourAccountCommand.RecordService;

/** A volunteer, a station, and a Monday on which things are recorded. */
final class Sample {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final String ACCOUNT = "account-7";
    static final String VOLUNTEER = "volunteer-7";
    static final String STATION = "organization-station";
    static final String STREET = "organization-street";
    static final String SYSTEM = "station-kiosk";
    static final String RULEBOOK = "default-cn/2026-1";
    static final Officer RECORDER = new Officer(STATION, Tier.OWN);
    static final Officer STRANGER = new Officer("organization-elsewhere", Tier.OWN);
    static final Officer PARENT = new Officer(STREET, Tier.PARENT);
    static final Officer AUTHORITY = new Officer("organization-authority", Tier.AUTHORITY);
    static final AnnexNote NOTE = new AnnexNote("note-1", "5f1c");

    /** A Monday; three working days of notice are the 10th to the 12th. */
    static final LocalDate RECORDED_ON = LocalDate.parse("2026-03-09");

    static final LocalDate COUNTS_FROM = LocalDate.parse("2026-03-13");

    static final RecordingFacts FACTS = factsOn(RECORDED_ON);

    static final Activity ACTIVITY = new Activity(
            "智能手机教学", "community", "教老人使用手机", "青禾社区", "person-1", "person-2");

    private Sample() {}

    static RecordingFacts factsOn(LocalDate day) {
        return factsOn(day, RULEBOOK, Circumstances.UNKNOWN);
    }

    static RecordingFacts factsOn(LocalDate day, String rulebook, Circumstances circumstances) {
        Instant at = day.atTime(10, 0).atZone(SHANGHAI).toInstant();
        return new RecordingFacts(true, true, true, at, day, rulebook, new Claim.Unclaimed(), circumstances);
    }

    /** On Saturday 7 March 2026, clock times such as {@code 09:00}. */
    static ServedTime saturday(String from, String to) {
        return on("2026-03-07", from, to);
    }

    static ServedTime on(String day, String from, String to) {
        return between(day + "T" + from, day + "T" + to);
    }

    static ServedTime between(String from, String to) {
        return ServedTime.interval(LocalDateTime.parse(from), LocalDateTime.parse(to), SHANGHAI, 0);
    }

    static RecordService record(String sourceRecord, ServedTime time) {
        return record(sourceRecord, time, FACTS);
    }

    static RecordService record(String sourceRecord, ServedTime time, RecordingFacts facts) {
        return record(sourceRecord, ACTIVITY, time, facts);
    }

    static RecordService record(String sourceRecord, Activity activity, ServedTime time, RecordingFacts facts) {
        return new RecordService(
                ACCOUNT, VOLUNTEER, new SourceRecord(SYSTEM, sourceRecord), STATION, STATION, activity, time,
                EvidenceGrade.SYSTEM_TIMED, null, facts);
    }

    static RecordService record(Activity activity, EvidenceGrade evidence, ServedTime time) {
        return new RecordService(
                ACCOUNT, VOLUNTEER, new SourceRecord(SYSTEM, "a"), STATION, STATION, activity, time, evidence, null,
                FACTS);
    }

    static String entry(String sourceRecord) {
        return LedgerIds.entry(SYSTEM, sourceRecord, 1);
    }

    static HourAccountEvent.Entry content(RecordService command, int attempt) {
        return new HourAccountEvent.Entry(
                command.volunteerId(), command.source(), attempt,
                ContentFingerprint.of(
                        command.volunteerId(), command.recordedBy(), command.activity(), command.time(),
                        command.evidence()),
                command.recordedBy(), command.submittedBy(), command.activity(), command.time(), command.evidence(),
                command.remark(), command.facts().recordedOn(), command.facts().rulebook(),
                command.facts().circumstances(), null);
    }

    static HourAccountEvent.ServiceRecorded recorded(RecordService command) {
        return new HourAccountEvent.ServiceRecorded(
                ACCOUNT, entry(command.source().record()), content(command, 1), COUNTS_FROM, false);
    }

    static HourAccountEvent.ServiceRecorded recorded(String sourceRecord, ServedTime time) {
        return recorded(record(sourceRecord, time));
    }

    static HourAccountEvent.ServiceHeld held(String sourceRecord, ServedTime time, HoldReason... reasons) {
        return held(sourceRecord, time, Stream.of(reasons).map(Hold::of).toArray(Hold[]::new));
    }

    static HourAccountEvent.ServiceHeld held(String sourceRecord, ServedTime time, Hold... holds) {
        return new HourAccountEvent.ServiceHeld(
                ACCOUNT, entry(sourceRecord), content(record(sourceRecord, time), 1), List.of(holds));
    }

    static HourAccountEvent.ServiceCertified certified(String sourceRecord, int minutes) {
        return new HourAccountEvent.ServiceCertified(ACCOUNT, entry(sourceRecord), COUNTS_FROM, minutes);
    }

    static HourAccountEvent.ServiceRevoked revoked(String sourceRecord, int minutes) {
        return new HourAccountEvent.ServiceRevoked(
                ACCOUNT, entry(sourceRecord), minutes, RECORDER, "mistake", NOTE, RECORDED_ON);
    }

    static HourAccountEvent.HeldServiceDeclined declined(String sourceRecord) {
        return new HourAccountEvent.HeldServiceDeclined(ACCOUNT, entry(sourceRecord), RECORDER, NOTE, RECORDED_ON);
    }

    static Scenario<HourAccountAggregate> given(Fact... history) {
        return Scenario.given(HourAccountAggregate.class, history);
    }
}
