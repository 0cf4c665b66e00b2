package ledger.api.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A time as people and machines write it: a clock time, perhaps with its day.
 *
 * @param day the day it says; absent when it is a clock time alone
 * @param nextDay whether the text puts it on the next day (次日, or 24:00)
 */
record TypedMoment(@Nullable LocalDate day, LocalTime time, boolean nextDay) {

    private static final String HALF = "(上午|凌晨|早上|早晨|中午|下午|傍晚|晚上|晚|am|pm|a\\.m\\.|p\\.m\\.)?";
    private static final Pattern CLOCK = Pattern.compile(
            HALF + "\\s*(\\d{1,2})\\s*(?::|时|点)\\s*(?:(\\d{2})(?:分|:(\\d{2})(?:\\.(\\d+))?)?|(半)|(整)?)\\s*" + HALF);
    private static final Pattern DENSE = Pattern.compile("(\\d{1,2})(\\d{2})");
    private static final Pattern DATED = Pattern.compile(
            "(\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*日?|\\d{8})(?:\\s*T\\s*|\\s+|(?<=日))(.+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT_DAY = Pattern.compile("(?:次日|第二天|翌日|next day)\\s*(.+)|(.+?)\\s*\\+1");
    private static final Pattern OFFSET = Pattern.compile(".*\\d(?:[+-]\\d{2}:?\\d{2}|z)");

    /** A time of a zone; a moment with an offset becomes local time there. */
    static Optional<TypedMoment> read(String text, ZoneId zone) {
        String plain = Cells.plain(text).toLowerCase(Locale.ROOT);
        if (plain.length() == 5 && plain.charAt(2) == ':') {
            return clock(plain);
        }
        if (OFFSET.matcher(plain).matches()) {
            return withOffset(plain, zone);
        }
        Matcher dated = DATED.matcher(plain);
        if (!dated.matches()) {
            return clock(plain);
        }
        Optional<LocalDate> day = Cells.date(dated.group(1));
        return day.flatMap(date -> clock(dated.group(2)).map(clock -> clock.nextDay
                ? new TypedMoment(date.plusDays(1), clock.time, false)
                : new TypedMoment(date, clock.time, false)));
    }

    private static Optional<TypedMoment> withOffset(String plain, ZoneId zone) {
        try {
            ZonedDateTime moment = OffsetDateTime.parse(plain.toUpperCase(Locale.ROOT).replace(' ', 'T'))
                    .atZoneSameInstant(zone);
            return Optional.of(new TypedMoment(moment.toLocalDate(), moment.toLocalTime(), false));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<TypedMoment> clock(String text) {
        String plain = Cells.plain(text).toLowerCase(Locale.ROOT);
        Matcher next = NEXT_DAY.matcher(plain);
        if (next.matches()) {
            return clockOfDay(next.group(1) == null ? next.group(2) : next.group(1))
                    .filter(clock -> !clock.nextDay)
                    .map(clock -> new TypedMoment(null, clock.time, true));
        }
        return clockOfDay(plain);
    }

    private static Optional<TypedMoment> clockOfDay(String plain) {
        Matcher dense = DENSE.matcher(plain);
        if (dense.matches()) {
            return of(Integer.parseInt(dense.group(1)), Integer.parseInt(dense.group(2)), 0);
        }
        Matcher match = CLOCK.matcher(plain);
        if (!match.matches() || match.group(1) != null && match.group(8) != null) {
            return Optional.empty();
        }
        boolean written = match.group(3) != null || match.group(6) != null || plain.contains("点") || plain.contains("时");
        int minute = match.group(6) != null ? 30 : number(match.group(3));
        int hour = Integer.parseInt(match.group(2));
        String half = match.group(1) != null ? match.group(1) : match.group(8);
        return written && (half == null || hour <= 12 || isLate(half) && hour < 24)
                ? of(hour(hour, half), minute, number(match.group(4))).map(clock -> clock.after(match.group(5)))
                : Optional.empty();
    }

    /** A part of a second is still after the second: a start is rounded up from there (R4). */
    private TypedMoment after(@Nullable String fraction) {
        return fraction == null || fraction.chars().allMatch(digit -> digit == '0')
                ? this
                : new TypedMoment(day, time.plusNanos(1), nextDay);
    }

    private static int hour(int hour, @Nullable String half) {
        if (half == null || hour > 12) {
            return hour;
        }
        return switch (half) {
            case "上午", "早上", "早晨" -> hour;
            case "凌晨", "am", "a.m." -> hour == 12 ? 0 : hour;
            case "中午" -> hour < 3 ? hour + 12 : hour;
            case "晚上", "晚" -> hour == 12 ? 24 : hour + 12;
            default -> hour == 12 ? 12 : hour + 12;
        };
    }

    private static boolean isLate(String half) {
        return switch (half) {
            case "下午", "傍晚", "晚上", "晚" -> true;
            default -> false;
        };
    }

    private static Optional<TypedMoment> of(int hour, int minute, int second) {
        if (hour == 24 && minute == 0 && second == 0) {
            return Optional.of(new TypedMoment(null, LocalTime.MIDNIGHT, true));
        }
        return hour > 23 || minute > 59 || second > 59
                ? Optional.empty()
                : Optional.of(new TypedMoment(null, LocalTime.of(hour, minute, second), false));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The moment itself, where the text says its day or the row does. */
    LocalDateTime on(LocalDate rowDay) {
        return (day == null ? rowDay.plusDays(nextDay ? 1 : 0) : day).atTime(time);
    }
}
