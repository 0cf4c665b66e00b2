package ledger.domain.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import ledger.domain.Refusal;

/**
 * A session's time as people and machines write it, to be read by one rule (R4).
 *
 * @param servedOn the day
 * @param start clock time of the start; absent where only a value was given
 * @param end clock time of the end; absent exactly when the start is
 * @param endsNextDay whether the row says so (次日, or a dated end)
 * @param breakMinutes meals and rest, 0 or more
 * @param statedHours hours as written, its decimals significant; absent when not stated
 * @param systemTimed whether a system took the times: then seconds are cut inwards instead of refused
 */
public record TypedTime(
        LocalDate servedOn,
        @Nullable LocalTime start,
        @Nullable LocalTime end,
        boolean endsNextDay,
        int breakMinutes,
        @Nullable BigDecimal statedHours,
        boolean systemTimed,
        ZoneId zone) {

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    /** Beyond these a number is a slip of the pen, and not worth the arithmetic. */
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(100_000);
    private static final int MOST_DECIMALS = 10;

    /** Either the served time or the refusal. */
    public sealed interface Reading {
        record Read(ServedTime time) implements Reading {}

        record Refused(Refusal refusal) implements Reading {}
    }

    public Reading read() {
        if (breakMinutes < 0) {
            return refused(HourAccountRefusal.BREAK_TOO_LONG, "breakMinutes");
        }
        if (statedHours != null && (statedHours.scale() > MOST_DECIMALS || statedHours.compareTo(MOST_HOURS) > 0)) {
            return refused(HourAccountRefusal.MINUTES_NOT_WHOLE, "hours");
        }
        if (start == null && end == null) {
            return value();
        }
        if (start == null || end == null) {
            return refused(HourAccountRefusal.INTERVAL_MISSING, start == null ? "servedFrom" : "servedTo");
        }
        boolean seconds = start.getSecond() != 0 || start.getNano() != 0 || end.getSecond() != 0 || end.getNano() != 0;
        if (seconds && !systemTimed) {
            return refused(HourAccountRefusal.SECONDS_NOT_ALLOWED, "servedFrom");
        }
        LocalDateTime from = roundedUp(servedOn.atTime(start));
        LocalDateTime to = servedOn.atTime(end).truncatedTo(ChronoUnit.MINUTES);
        return endsNextDay ? checked(from, to.plusDays(1)) : sameDayOrNext(from, to);
    }

    /** An end at or before the start means the next day only when the stated hours say so. */
    private Reading sameDayOrNext(LocalDateTime from, LocalDateTime to) {
        if (to.isAfter(from)) {
            return checked(from, to);
        }
        ServedTime overnight = ServedTime.interval(from, to.plusDays(1), zone, breakMinutes);
        return statedHours != null && overnight.minutes() > 0 && agrees(overnight.minutes(), statedHours)
                ? new Reading.Read(overnight)
                : refused(HourAccountRefusal.END_NOT_AFTER_START, "servedTo");
    }

    private Reading checked(LocalDateTime from, LocalDateTime to) {
        ServedTime time = ServedTime.interval(from, to, zone, breakMinutes);
        if (time.minutes() < 1) {
            return refused(
                    breakMinutes > 0 ? HourAccountRefusal.BREAK_TOO_LONG : HourAccountRefusal.END_NOT_AFTER_START,
                    breakMinutes > 0 ? "breakMinutes" : "servedTo");
        }
        if (statedHours != null && !agrees(time.minutes(), statedHours)) {
            return new Reading.Refused(Refusal.of(HourAccountRefusal.HOURS_DISAGREE, "hours")
                    .with("hours", statedHours.toPlainString())
                    .with("minutes", time.minutes()));
        }
        return new Reading.Read(time);
    }

    private Reading value() {
        if (statedHours == null) {
            return refused(HourAccountRefusal.INTERVAL_MISSING, "servedFrom");
        }
        return wholeMinutes(statedHours)
                .filter(minutes -> minutes > 0)
                .<Reading>map(minutes -> new Reading.Read(ServedTime.value(servedOn, zone, minutes)))
                .orElseGet(() -> refused(HourAccountRefusal.MINUTES_NOT_WHOLE, "hours"));
    }

    /** The whole minutes that hours written with these decimals stand for, if there are any: 1.33 is 80 minutes. */
    public static Optional<Integer> wholeMinutes(BigDecimal hours) {
        BigDecimal nearest = hours.multiply(MINUTES_PER_HOUR).setScale(0, RoundingMode.HALF_UP);
        return agrees(nearest.intValueExact(), hours) ? Optional.of(nearest.intValueExact()) : Optional.empty();
    }

    /** Whether hours written so are these minutes, rounded or cut to the decimals written. */
    static boolean agrees(int minutes, BigDecimal hours) {
        int scale = Math.max(hours.scale(), 0);
        BigDecimal cut = BigDecimal.valueOf(minutes).divide(MINUTES_PER_HOUR, scale, RoundingMode.DOWN);
        BigDecimal rounded = BigDecimal.valueOf(minutes).divide(MINUTES_PER_HOUR, scale, RoundingMode.HALF_UP);
        return hours.compareTo(cut) == 0 || hours.compareTo(rounded) == 0;
    }

    private static LocalDateTime roundedUp(LocalDateTime time) {
        LocalDateTime cut = time.truncatedTo(ChronoUnit.MINUTES);
        return cut.equals(time) ? cut : cut.plusMinutes(1);
    }

    private static Reading refused(HourAccountRefusal code, String field) {
        return new Reading.Refused(Refusal.of(code, field));
    }
}
