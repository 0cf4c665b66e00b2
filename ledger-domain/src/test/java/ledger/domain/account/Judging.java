package ledger.domain.account;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.HourAccountCommand.ApproveHeldService;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.HourAccountEvent.HeldServiceApproved;
import ledger.domain.account.HourAccountEvent.ServiceHeld;
import ledger.domain.account.HourAccountEvent.ServiceRecorded;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.account.Sample.*;

/** Sessions as several rulebooks judge them, with what is known of the volunteer. */
record Judging(String rulebook, Circumstances known, Activity activity, EvidenceGrade evidence, LocalDate recordedOn) {

    static final String DEFAULT = "default-cn/2026-2";
    static final ServedTime MORNING = saturday("09:00", "11:00");

    static Judging by(String rulebook) {
        return new Judging(rulebook, Circumstances.UNKNOWN, ACTIVITY, EvidenceGrade.SYSTEM_TIMED, RECORDED_ON);
    }

    static Circumstances aged(@Nullable Integer age, boolean guardianConsent, String... qualifications) {
        return new Circumstances(age, guardianConsent, List.of(qualifications), null, false, null);
    }

    static Circumstances planned(int minutes) {
        return new Circumstances(null, false, List.of(), minutes, false, null);
    }

    Judging knowing(Circumstances circumstances) {
        return new Judging(rulebook, circumstances, activity, evidence, recordedOn);
    }

    Judging of(String name, String category, String content) {
        Activity other = new Activity(name, category, content, "青禾社区", "person-1", "person-2");
        return new Judging(rulebook, known, other, evidence, recordedOn);
    }

    Judging evidenced(EvidenceGrade grade) {
        return new Judging(rulebook, known, activity, grade, recordedOn);
    }

    Judging on(String day) {
        return new Judging(rulebook, known, activity, evidence, LocalDate.parse(day));
    }

    RecordService record(String sourceRecord, ServedTime time) {
        return new RecordService(
                ACCOUNT, VOLUNTEER, new SourceRecord(SYSTEM, sourceRecord), STATION, STATION, activity, time, evidence,
                null, factsOn(recordedOn, rulebook, known));
    }

    HourAccountEvent.Entry entry(String sourceRecord, ServedTime time, @Nullable Lateness lateness) {
        HourAccountEvent.Entry content = content(record(sourceRecord, time), 1);
        return new HourAccountEvent.Entry(
                content.volunteerId(), content.source(), content.attempt(), content.contentDigest(),
                content.recordedBy(), content.submittedBy(), content.activity(), content.time(), content.evidence(),
                content.remark(), content.recordedOn(), content.rulebook(), content.circumstances(), lateness);
    }

    ServiceRecorded recorded(String sourceRecord, ServedTime time) {
        return recorded(sourceRecord, time, null);
    }

    ServiceRecorded recorded(String sourceRecord, ServedTime time, @Nullable Lateness lateness) {
        Notice notice = notice();
        return new ServiceRecorded(
                ACCOUNT, Sample.entry(sourceRecord), entry(sourceRecord, time, lateness), notice.countsFrom(),
                notice.provisional());
    }

    ServiceHeld held(String sourceRecord, ServedTime time, Hold... holds) {
        return new ServiceHeld(ACCOUNT, Sample.entry(sourceRecord), entry(sourceRecord, time, null), List.of(holds));
    }

    ApproveHeldService approval(Officer officer) {
        return new ApproveHeldService(ACCOUNT, Sample.entry("a"), officer, NOTE, recordedOn, rulebook, known);
    }

    HeldServiceApproved approved(Officer officer) {
        Notice notice = notice();
        return new HeldServiceApproved(
                ACCOUNT, Sample.entry("a"), officer, NOTE, recordedOn, notice.countsFrom(), notice.provisional(),
                rulebook);
    }

    private Notice notice() {
        Rulebooks shelf = Rulebooks.shipped();
        return Notice.from(recordedOn, shelf.edition(rulebook).noticeWorkingDays(), shelf.workingDays());
    }
}
