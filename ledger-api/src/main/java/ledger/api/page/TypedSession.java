package ledger.api.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ledger.api.intake.Column;
import ledger.api.intake.Row;
import ledger.domain.account.TypedTime;

/**
 * One session as a clerk typed it: an end, or how long it lasted, as 1:30 or 1.5.
 *
 * @param cells by column, stripped
 */
public record TypedSession(Map<Column, String> cells) {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:时点](\\d{2})分?");
    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("(\\d{1,3})(?::|小时|时)(\\d{1,2})(?:分钟?)?");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,4})\\s*(?:分钟?|min)");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,3}(?:\\.\\d{1,6})?");
    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

    /** Enough to find the minute again. */
    private static final int DECIMALS = 6;

    /** What the form asks for, in its order. */
    static final List<Column> FIELDS = List.of(
            Column.VOLUNTEER_NUMBER, Column.DOCUMENT_NUMBER, Column.NAME,
            Column.ORGANIZATION, Column.ACTIVITY_NAME, Column.CATEGORY,
            Column.SERVED_ON, Column.START, Column.END, Column.HOURS, Column.BREAK, Column.EVIDENCE,
            Column.PLACE, Column.CONTENT, Column.PERSON_IN_CHARGE, Column.RECORDER, Column.REMARK);

    /** What stays in the form for the next person. */
    private static final List<Column> KEPT = List.of(
            Column.ORGANIZATION, Column.ACTIVITY_NAME, Column.CATEGORY, Column.SERVED_ON, Column.EVIDENCE, Column.PLACE,
            Column.CONTENT, Column.PERSON_IN_CHARGE, Column.RECORDER);

    private static final List<Column> TIMES = List.of(Column.START, Column.END, Column.HOURS, Column.BREAK);

    static TypedSession of(Map<String, String> form) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        FIELDS.forEach(column -> cells.put(column, form.getOrDefault(column.wire(), "").strip()));
        return new TypedSession(cells);
    }

    /** The same form for the next person. */
    TypedSession next(boolean keepTimes) {
        Map<Column, String> next = new EnumMap<>(Column.class);
        FIELDS.forEach(column -> {
            boolean stays = KEPT.contains(column) || keepTimes && TIMES.contains(column);
            next.put(column, stays ? text(column.wire()) : "");
        });
        return new TypedSession(next);
    }

    /** What was typed into a field, by the wire name of its column. */
    public String text(String wire) {
        return Column.named(wire).map(column -> cells.getOrDefault(column, "")).orElse("");
    }

    /** The row that the intake reads: only what was typed, and the end where the clerk gave how long it lasted. */
    Row row() {
        Map<Column, String> filled = new EnumMap<>(Column.class);
        cells.forEach((column, text) -> {
            if (!text.isEmpty()) {
                filled.put(column, text);
            }
        });
        if (cells.getOrDefault(Column.VOLUNTEER_NUMBER, "").isEmpty() && filled.containsKey(Column.DOCUMENT_NUMBER)) {
            filled.putIfAbsent(Column.NAME, "");
        }
        duration().ifPresent(minutes -> lasting(minutes, filled));
        return new Row(1, filled);
    }

    private void lasting(int minutes, Map<Column, String> filled) {
        if (!DECIMAL.matcher(plain(Column.HOURS)).matches()) {
            filled.put(Column.HOURS, BigDecimal.valueOf(minutes)
                    .divide(BigDecimal.valueOf(MINUTES_PER_HOUR), DECIMALS, RoundingMode.HALF_UP)
                    .toPlainString());
        }
        if (!filled.containsKey(Column.END)) {
            end(minutes + whole(cells.getOrDefault(Column.BREAK, ""))).ifPresent(end -> filled.put(Column.END, end));
        }
    }

    /** The end of what began at the start and went on so long, on the next day where it is past midnight. */
    private Optional<String> end(int minutes) {
        Matcher start = CLOCK.matcher(plain(Column.START));
        if (!start.matches() || minutes >= MINUTES_PER_DAY || number(start, 1) > 23 || number(start, 2) > 59) {
            return Optional.empty();
        }
        int from = number(start, 1) * MINUTES_PER_HOUR + number(start, 2);
        LocalTime to = LocalTime.of(number(start, 1), number(start, 2)).plusMinutes(minutes);
        return Optional.of((from + minutes >= MINUTES_PER_DAY ? "次日" : "") + to);
    }

    /** Whole minutes of what was typed as 1:30, 1小时30分, 90分钟 or 1.5. */
    private Optional<Integer> duration() {
        String text = plain(Column.HOURS).replace(" ", "");
        Matcher both = HOURS_AND_MINUTES.matcher(text);
        if (both.matches() && number(both, 2) < MINUTES_PER_HOUR) {
            return Optional.of(number(both, 1) * MINUTES_PER_HOUR + number(both, 2));
        }
        Matcher minutes = MINUTES.matcher(text);
        if (minutes.matches()) {
            return Optional.of(number(minutes, 1));
        }
        return DECIMAL.matcher(text).matches() ? TypedTime.wholeMinutes(new BigDecimal(text)) : Optional.empty();
    }

    private String plain(Column column) {
        return Normalizer.normalize(cells.getOrDefault(column, ""), Normalizer.Form.NFKC).strip();
    }

    private static int whole(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return plain.matches("\\d{1,4}") ? Integer.parseInt(plain) : 0;
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
