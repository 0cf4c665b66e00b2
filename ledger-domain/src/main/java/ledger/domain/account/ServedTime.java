package ledger.domain.account;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The time actually given (R1): whole minutes, breaks already taken off.
 *
 * @param servedOn the local date on which it began
 * @param servedFrom local start; absent only for grade HISTORICAL
 * @param servedTo local end, after the start; absent exactly when the start is
 * @param zone the organization's time zone
 * @param breakMinutes meals and rest inside the interval, 0 or more
 * @param minutes minutes of service, at least 1
 */
public record ServedTime(
        LocalDate servedOn,
        @Nullable LocalDateTime servedFrom,
        @Nullable LocalDateTime servedTo,
        String zone,
        int breakMinutes,
        int minutes) {

    public static ServedTime interval(LocalDateTime from, LocalDateTime to, ZoneId zone, int breakMinutes) {
        int elapsed = (int) Duration.between(from.atZone(zone), to.atZone(zone)).toMinutes();
        return new ServedTime(from.toLocalDate(), from, to, zone.getId(), breakMinutes, elapsed - breakMinutes);
    }

    public static ServedTime value(LocalDate servedOn, ZoneId zone, int minutes) {
        return new ServedTime(servedOn, null, null, zone.getId(), 0, minutes);
    }

    public boolean hasInterval() {
        return servedFrom != null && servedTo != null;
    }

    /** The local date on which it ended. */
    public LocalDate endedOn() {
        return servedTo == null ? servedOn : servedTo.toLocalDate();
    }

    /** The field that says how long it was. */
    String endField() {
        return hasInterval() ? "servedTo" : "hours";
    }

    boolean hasSeconds() {
        return Stream.of(servedFrom, servedTo)
                .filter(Objects::nonNull)
                .anyMatch(time -> !time.equals(time.truncatedTo(ChronoUnit.MINUTES)));
    }

    /** Whether the minutes are those of the interval less breaks, and the date is that of its start. */
    boolean agreesWithItself() {
        return servedFrom == null || servedTo == null
                ? servedFrom == servedTo
                : equals(interval(servedFrom, servedTo, ZoneId.of(zone), breakMinutes));
    }

    /** First minute of the interval since the epoch. Only where there is an interval. */
    long fromMinute() {
        return epochMinute(servedFrom);
    }

    /** The minute after the last one. */
    long toMinute() {
        return epochMinute(servedTo);
    }

    /**
     * The minutes that fall on each local date (R11). Breaks are taken off the earliest date first: the rule leaves
     * open when a break was, and so the later date is never counted too low.
     */
    public Map<LocalDate, Integer> minutesByDay() {
        if (servedFrom == null || servedTo == null) {
            return Map.of(servedOn, minutes);
        }
        ZoneId at = ZoneId.of(zone);
        Map<LocalDate, Integer> days = new TreeMap<>();
        int breaks = breakMinutes;
        LocalDateTime from = servedFrom;
        while (from.isBefore(servedTo)) {
            LocalDateTime midnight = from.toLocalDate().plusDays(1).atStartOfDay();
            LocalDateTime to = midnight.isBefore(servedTo) ? midnight : servedTo;
            int elapsed = (int) Duration.between(from.atZone(at), to.atZone(at)).toMinutes();
            int rest = Math.min(breaks, elapsed);
            days.put(from.toLocalDate(), elapsed - rest);
            breaks -= rest;
            from = to;
        }
        return days;
    }

    private long epochMinute(@Nullable LocalDateTime local) {
        if (local == null) {
            throw new IllegalStateException("an entry without an interval takes no minutes of the day");
        }
        return Math.floorDiv(local.atZone(ZoneId.of(zone)).toEpochSecond(), 60);
    }
}
