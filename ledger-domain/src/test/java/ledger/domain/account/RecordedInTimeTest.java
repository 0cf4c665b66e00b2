package ledger.domain.account;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.account.HourAccountCommand.ReassessEntry;
import ledger.domain.account.HourAccountEvent.EntryReassessed;
import ledger.domain.account.HourAccountEvent.ServiceRecorded;
import ledger.domain.rulebook.Rulebooks;

import static ledger.domain.account.HoldReason.LATE_NEEDS_PROOF;
import static ledger.domain.account.HourAccountRefusal.RECORDED_TOO_LATE;
import static ledger.domain.account.Judging.*;
import static ledger.domain.account.Sample.*;
import static org.assertj.core.api.Assertions.assertThat;

/** Ten working days for recording; late is a mark unless a rulebook makes more of it (R13). */
class RecordedInTimeTest {

    private static final Judging DEFAULT_CN = by(DEFAULT);
    private static final Judging KOREA = by("korea/2010-1");
    private static final Rulebooks STOPPING = Rulebooks.with(Map.of("stopping.yaml", """
            id: stopping
            version: "1"
            effectiveFrom: 2021-01-01
            title: {zh: 限期, en: Stopping}
            dailyLimit: none
            notice: {workingDays: 0}
            deadline: {workingDays: 10, late: flag, hardStopMonths: 3}
            creditGrades: [SYSTEM_TIMED]
            """));

    /** The working days of 2027 as if they had been announced: a holiday from Monday 4 to Wednesday 6 January. */
    private static final Rulebooks NEXT_YEAR = Rulebooks.with(Map.of("calendar-2027.yaml", """
            lastKnownYear: 2027
            years:
              2027: {holidays: [2027-01-01..2027-01-06], workedWeekends: []}
            """));

    @Test
    void r13_tenWorkingDaysLaterIsInTime() {
        // Served on Saturday 7 March 2026; the tenth working day after it is Friday 20 March.
        Judging inTime = DEFAULT_CN.on("2026-03-20");
        given().when(inTime.record("a", MORNING)).then(inTime.recorded("a", MORNING));
    }

    @Test
    void r13_laterIsAcceptedAndMarkedWithItsWorkingDays() {
        Judging late = DEFAULT_CN.on("2026-03-24");
        given().when(late.record("a", MORNING)).then(late.recorded(
                "a", MORNING, new Lateness(LocalDate.parse("2026-03-20"), 2, false)));
    }

    @Test
    void r13_theDeadlineRunsFromTheEndOfASessionOverMidnight() {
        ServedTime night = between("2026-03-06T22:00", "2026-03-07T01:00");
        Judging inTime = DEFAULT_CN.on("2026-03-20");
        given().when(inTime.record("a", night)).then(inTime.recorded("a", night));
    }

    @Test
    void r13_workedWeekendsCountAndHolidaysDoNot() {
        // Saturday 28 February was worked, 15 to 23 February 2026 was a holiday.
        Lateness late = Lateness.of(
                on("2026-02-13", "09:00", "11:00"), LocalDate.parse("2026-03-06"),
                Rulebooks.shipped().edition(DEFAULT), Rulebooks.shipped().workingDays());
        assertThat(late).isEqualTo(new Lateness(LocalDate.parse("2026-03-05"), 1, false));
    }

    @Test
    void r13_theEditionBeforeKnewNoDeadline() {
        Judging before = by("default-cn/2026-1").on("2026-06-24");
        given().when(before.record("a", MORNING)).then(before.recorded("a", MORNING));
    }

    @Test
    void r13_whereLateNeedsProofItIsHeldAndTheParentDecides() {
        Judging late = KOREA.on("2026-06-08");
        Hold hold = Hold.of(LATE_NEEDS_PROOF).with("deadline", "2026-06-07");
        given().when(late.record("a", MORNING)).then(new HourAccountEvent.ServiceHeld(
                ACCOUNT, Sample.entry("a"),
                late.entry("a", MORNING, new Lateness(LocalDate.parse("2026-06-07"), 1, false)),
                java.util.List.of(hold)));
        given(late.held("a", MORNING, hold)).when(late.approval(RECORDER))
                .thenRefused(HourAccountRefusal.LATE_NEEDS_PROOF, "servedOn");
        given(late.held("a", MORNING, hold)).when(late.approval(PARENT)).then(late.approved(PARENT));
    }

    @Test
    void r13_threeMonthsLaterIsInTimeThere() {
        Judging inTime = KOREA.on("2026-06-07");
        given().when(inTime.record("a", MORNING)).then(inTime.recorded("a", MORNING));
    }

    @Test
    void r13_afterAHardStopItIsRefused() {
        assertThat(new HourAccount().decide(by("stopping/1").on("2026-06-08").record("a", MORNING), STOPPING))
                .isEqualTo(new Decision.Refused<>(
                        Refusal.of(RECORDED_TOO_LATE, "servedOn").with("lastDay", "2026-06-07")));
        assertThat(new HourAccount().decide(by("stopping/1").on("2026-06-07").record("a", MORNING), STOPPING))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void r13_aCorrectionOfTheDayMovesTheDeadlineToo() {
        Judging inTime = DEFAULT_CN.on("2026-03-20");
        ServedTime friday = on("2026-03-06", "09:00", "11:00");
        ServedTime monday = on("2026-03-02", "09:00", "11:00");
        assertThat(correct(inTime, friday)).hasSize(1);
        assertThat(correct(inTime, monday)).last().isEqualTo(new EntryReassessed(
                ACCOUNT, Sample.entry("a"), LocalDate.parse("2026-03-26"), false,
                new Lateness(LocalDate.parse("2026-03-16"), 4, false), LocalDate.parse("2026-03-20")));
    }

    @Test
    void r13_daysBeyondTheKnownCalendarAreComputedAgainOnceItIsKnown() {
        ServedTime served = on("2026-12-14", "09:00", "11:00");
        HourAccountCommand record = DEFAULT_CN.on("2027-01-04").record("a", served);
        HourAccount account = new HourAccount();
        ServiceRecorded recorded = (ServiceRecorded) first(account.decide(record, Rulebooks.shipped()));
        account.evolve(recorded);
        assertThat(recorded.provisional()).isTrue();
        assertThat(recorded.countsFrom()).isEqualTo("2027-01-08");
        assertThat(recorded.entry().lateness()).isEqualTo(new Lateness(LocalDate.parse("2026-12-28"), 5, true));

        ReassessEntry reassess = new ReassessEntry(ACCOUNT, Sample.entry("a"), LocalDate.parse("2027-01-05"));
        assertThat(account.decide(reassess, Rulebooks.shipped()))
                .isEqualTo(new Decision.AlreadySo<>(Sample.entry("a")));
        EntryReassessed again = (EntryReassessed) first(account.decide(reassess, NEXT_YEAR));
        assertThat(again.countsFrom()).isEqualTo("2027-01-12");
        assertThat(again.provisional()).isFalse();
        assertThat(again.lateness()).isEqualTo(new Lateness(LocalDate.parse("2026-12-28"), 3, false));
        account.evolve(again);
        assertThat(account.decide(reassess, NEXT_YEAR)).isEqualTo(new Decision.AlreadySo<>(Sample.entry("a")));
    }

    private static java.util.List<HourAccountEvent> correct(Judging recorded, ServedTime time) {
        HourAccount account = new HourAccount();
        account.evolve(recorded.recorded("a", MORNING));
        var command = new HourAccountCommand.CorrectService(
                ACCOUNT, Sample.entry("a"), ACTIVITY, time, RECORDER, "date", NOTE,
                factsOn(recorded.recordedOn(), DEFAULT, Circumstances.UNKNOWN));
        return ((Decision.Accepted<HourAccountEvent>) account.decide(command, Rulebooks.shipped())).facts();
    }

    private static HourAccountEvent first(Decision<HourAccountEvent> decision) {
        return ((Decision.Accepted<HourAccountEvent>) decision).facts().getFirst();
    }
}
