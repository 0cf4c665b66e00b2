package ledger.domain.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ledger.domain.account.TypedTime.Reading;

import static org.assertj.core.api.Assertions.assertThat;

class TypedTimeTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-07");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void r1_readsWholeMinutesLessTheBreak() {
        ServedTime time = read(typed("09:00", "12:10", 30, null));
        assertThat(time.minutes()).isEqualTo(160);
        assertThat(time.breakMinutes()).isEqualTo(30);
    }

    @Test
    void r4_acceptsAnEndAMinuteAfterTheStart() {
        assertThat(read(typed("09:00", "09:01", 0, null)).minutes()).isEqualTo(1);
    }

    @Test
    void r4_refusesAnEndAtOrBeforeTheStart() {
        refuses(typed("09:00", "09:00", 0, null), HourAccountRefusal.END_NOT_AFTER_START, "servedTo");
        refuses(typed("22:00", "01:00", 0, null), HourAccountRefusal.END_NOT_AFTER_START, "servedTo");
    }

    @Test
    void r4_readsTheNextDayWhenTheStatedHoursSayIt() {
        ServedTime time = read(typed("22:00", "01:00", 0, "3"));
        assertThat(time.minutes()).isEqualTo(180);
        assertThat(time.servedTo()).isEqualTo("2026-03-08T01:00");
    }

    @Test
    void r4_readsTheNextDayWhenTheRowSaysIt() {
        ServedTime time = read(new TypedTime(
                DAY, LocalTime.of(22, 0), LocalTime.of(1, 0), true, 0, null, false, Sample.SHANGHAI));
        assertThat(time.minutes()).isEqualTo(180);
        assertThat(time.servedOn()).isEqualTo(DAY);
    }

    @Test
    void r4_refusesAnEarlierEndWhenTheStatedHoursSayOtherwise() {
        refuses(typed("22:00", "01:00", 0, "21"), HourAccountRefusal.END_NOT_AFTER_START, "servedTo");
    }

    @Test
    void r4_refusesTypedSeconds() {
        refuses(typed("09:00:12", "10:00", 0, null), HourAccountRefusal.SECONDS_NOT_ALLOWED, "servedFrom");
        refuses(typed("09:00", "10:00:01", 0, null), HourAccountRefusal.SECONDS_NOT_ALLOWED, "servedFrom");
    }

    @Test
    void r4_cutsSystemTimedSecondsInwards() {
        ServedTime time = read(timed("09:00:12", "10:00:59"));
        assertThat(time.servedFrom()).isEqualTo("2026-03-07T09:01");
        assertThat(time.servedTo()).isEqualTo("2026-03-07T10:00");
        assertThat(time.minutes()).isEqualTo(59);
    }

    @Test
    void r4_refusesSystemTimedSecondsThatLeaveNoMinute() {
        refuses(timed("09:00:01", "09:01:59"), HourAccountRefusal.END_NOT_AFTER_START, "servedTo");
    }

    @Test
    void r4_acceptsStatedHoursRoundedOrCutToTheirDecimals() {
        assertThat(read(typed("09:00", "14:20", 0, "5.33")).minutes()).isEqualTo(320);
        assertThat(read(typed("09:00", "10:40", 0, "1.67")).minutes()).isEqualTo(100);
        assertThat(read(typed("09:00", "10:40", 0, "1.66")).minutes()).isEqualTo(100);
        assertThat(read(typed("09:00", "10:40", 0, "1.6")).minutes()).isEqualTo(100);
    }

    @Test
    void r4_refusesStatedHoursThatDisagree() {
        refuses(typed("09:00", "14:20", 0, "5.34"), HourAccountRefusal.HOURS_DISAGREE, "hours");
        refuses(typed("09:00", "10:40", 0, "1.65"), HourAccountRefusal.HOURS_DISAGREE, "hours");
    }

    @Test
    void r4_comparesStatedHoursWithTheTimeLessTheBreak() {
        assertThat(read(typed("09:00", "12:00", 60, "2")).minutes()).isEqualTo(120);
        refuses(typed("09:00", "12:00", 60, "3"), HourAccountRefusal.HOURS_DISAGREE, "hours");
    }

    @Test
    void r4_readsAValueThatStandsForWholeMinutes() {
        assertThat(read(value("1.33")).minutes()).isEqualTo(80);
        assertThat(read(value("5.33")).minutes()).isEqualTo(320);
        assertThat(read(value("2.5")).minutes()).isEqualTo(150);
        assertThat(read(value("1.33")).hasInterval()).isFalse();
    }

    @Test
    void r4_refusesAValueThatStandsForNoWholeMinutes() {
        refuses(value("0.991"), HourAccountRefusal.MINUTES_NOT_WHOLE, "hours");
        refuses(value("0"), HourAccountRefusal.MINUTES_NOT_WHOLE, "hours");
        refuses(value("-1"), HourAccountRefusal.MINUTES_NOT_WHOLE, "hours");
    }

    @Test
    void r4_refusesAHalfIntervalAndNoTimeAtAll() {
        refuses(typed("09:00", null, 0, null), HourAccountRefusal.INTERVAL_MISSING, "servedTo");
        refuses(typed(null, "09:00", 0, null), HourAccountRefusal.INTERVAL_MISSING, "servedFrom");
        refuses(typed(null, null, 0, null), HourAccountRefusal.INTERVAL_MISSING, "servedFrom");
    }

    @Test
    void r4_refusesABreakThatLeavesNothingOrIsNegative() {
        refuses(typed("09:00", "10:00", 60, null), HourAccountRefusal.BREAK_TOO_LONG, "breakMinutes");
        refuses(typed("09:00", "10:00", -1, null), HourAccountRefusal.BREAK_TOO_LONG, "breakMinutes");
        assertThat(read(typed("09:00", "10:00", 59, null)).minutes()).isEqualTo(1);
    }

    @Test
    void r4_countsElapsedMinutesAcrossAChangeOfTheClocks() {
        // On 8 March 2026 the clocks of New York jump from 02:00 to 03:00, on 1 November they go back.
        assertThat(read(inNewYork("2026-03-08", "01:00", "04:00")).minutes()).isEqualTo(120);
        assertThat(read(inNewYork("2026-11-01", "00:30", "03:00")).minutes()).isEqualTo(210);
        assertThat(read(inNewYork("2026-03-15", "01:00", "04:00")).minutes()).isEqualTo(180);
    }

    private static TypedTime inNewYork(String day, String start, String end) {
        return new TypedTime(
                LocalDate.parse(day), LocalTime.parse(start), LocalTime.parse(end), false, 0, null, false, NEW_YORK);
    }

    private static TypedTime typed(
            @Nullable String start, @Nullable String end, int breakMinutes, @Nullable String hours) {
        return new TypedTime(
                DAY,
                start == null ? null : LocalTime.parse(start),
                end == null ? null : LocalTime.parse(end),
                false,
                breakMinutes,
                hours == null ? null : new BigDecimal(hours),
                false,
                Sample.SHANGHAI);
    }

    private static TypedTime timed(String start, String end) {
        return new TypedTime(
                DAY, LocalTime.parse(start), LocalTime.parse(end), false, 0, null, true, Sample.SHANGHAI);
    }

    private static TypedTime value(String hours) {
        return typed(null, null, 0, hours);
    }

    private static ServedTime read(TypedTime typed) {
        return switch (typed.read()) {
            case Reading.Read read -> read.time();
            case Reading.Refused refused -> throw new AssertionError("refused: " + refused.refusal());
        };
    }

    private static void refuses(TypedTime typed, HourAccountRefusal code, String field) {
        assertThat(typed.read()).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(code);
            assertThat(refused.refusal().field()).isEqualTo(field);
        });
    }
}
