package ledger.domain.account;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.account.HourAccountRefusal.*;
import static ledger.domain.account.Judging.*;
import static ledger.domain.account.Sample.given;
import static ledger.domain.account.Sample.saturday;
import static org.assertj.core.api.Assertions.assertThat;

/** Attendance measured against the activity it is linked to (R12). */
class AttendanceTest {

    private static final Rulebooks STRICT = Rulebooks.with(Map.of("strict.yaml", """
            id: strict
            version: "1"
            effectiveFrom: 2026-01-01
            title: {zh: 严格, en: Strict}
            dailyLimit: none
            notice: {workingDays: 0}
            attendance: {minimumSharePercent: 60, signPairsPerDay: 2, plannedLength: on}
            creditGrades: [SYSTEM_TIMED]
            """));
    private static final Judging ENTERED = by(DEFAULT).evidenced(EvidenceGrade.ORG_ENTERED);

    @Test
    void r12_refusesWhatWasEnteredByHandOverThePlannedLength() {
        given().when(ENTERED.knowing(planned(119)).record("a", MORNING))
                .thenRefused(Refusal.of(OVER_PLANNED_LENGTH, "servedTo").with("minutes", 120).with("planned", 119));
        ServedTime value = ServedTime.value(LocalDate.parse("2026-03-07"), Sample.SHANGHAI, 120);
        given().when(ENTERED.evidenced(EvidenceGrade.HISTORICAL).knowing(planned(119)).record("a", value))
                .thenRefused(OVER_PLANNED_LENGTH, "hours");
    }

    @Test
    void r12_recordsUpToThePlannedLengthAndWhatAMachineTimed() {
        Judging within = ENTERED.knowing(planned(120));
        given().when(within.record("a", MORNING)).then(within.recorded("a", MORNING));
        Judging timed = by(DEFAULT).knowing(planned(60));
        given().when(timed.record("a", MORNING)).then(timed.recorded("a", MORNING));
        given().when(ENTERED.record("a", MORNING)).then(ENTERED.recorded("a", MORNING));
    }

    @Test
    void r12_aCorrectionStaysWithinThePlannedLengthOfItsActivity() {
        Judging within = ENTERED.knowing(planned(120));
        ServedTime longer = saturday("09:00", "11:01");
        given(within.recorded("a", MORNING))
                .when(new HourAccountCommand.CorrectService(
                        Sample.ACCOUNT, Sample.entry("a"), Sample.ACTIVITY, longer, Sample.RECORDER, "time",
                        Sample.NOTE,
                        Sample.factsOn(Sample.RECORDED_ON, DEFAULT, Circumstances.UNKNOWN)))
                .thenRefused(OVER_PLANNED_LENGTH, "servedTo");
    }

    @Test
    void r12_refusesAttendanceBelowTheShare() {
        // 60 % of 201 minutes are 120.6.
        assertThat(decide(strict(201), new HourAccount())).isEqualTo(new Decision.Refused<>(
                Refusal.of(ATTENDANCE_TOO_SHORT, "servedTo").with("minutes", 120).with("planned", 201)
                        .with("share", 60)));
    }

    @Test
    void r12_recordsAttendanceOfExactlyTheShareAndWhereTheShareIsOff() {
        assertThat(decide(strict(200), new HourAccount())).isInstanceOf(Decision.Accepted.class);
        Judging off = by(DEFAULT).knowing(planned(1000));
        given().when(off.record("a", MORNING)).then(off.recorded("a", MORNING));
    }

    @Test
    void r12_holdsTheThirdSignInOfADayWhereTwoAreAllowed() {
        HourAccount account = new HourAccount();
        assertThat(kind(account, pair("a", "08:00", "09:00"))).isEqualTo("ServiceRecorded");
        assertThat(kind(account, pair("b", "09:00", "10:00"))).isEqualTo("ServiceRecorded");
        assertThat(kind(account, pair("c", "10:00", "11:00"))).isEqualTo("ServiceHeld");
    }

    @Test
    void r12_signInsElsewhereAndTimesEnteredByHandAreNoSignInsHere() {
        HourAccount account = new HourAccount();
        kind(account, pair("a", "08:00", "09:00"));
        kind(account, pair("b", "09:00", "10:00"));
        Judging elsewhere = strictly().of("另一活动", "社区服务", "引导");
        assertThat(kind(account, elsewhere.record("c", saturday("10:00", "11:00")))).isEqualTo("ServiceRecorded");
        Judging entered = strictly().evidenced(EvidenceGrade.ORG_ENTERED);
        assertThat(kind(account, entered.record("d", saturday("11:00", "12:00")))).isEqualTo("ServiceRecorded");
    }

    private static Judging strictly() {
        return by("strict/1");
    }

    private static HourAccountCommand strict(int plannedMinutes) {
        return strictly().knowing(planned(plannedMinutes)).record("a", MORNING);
    }

    private static HourAccountCommand pair(String sourceRecord, String from, String to) {
        return strictly().record(sourceRecord, saturday(from, to));
    }

    private static Decision<HourAccountEvent> decide(HourAccountCommand command, HourAccount account) {
        return account.decide(command, STRICT);
    }

    private static String kind(HourAccount account, HourAccountCommand command) {
        HourAccountEvent fact = ((Decision.Accepted<HourAccountEvent>) decide(command, account)).facts().getFirst();
        account.evolve(fact);
        return fact.getClass().getSimpleName();
    }
}
