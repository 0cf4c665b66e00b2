package ledger.api.intake;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and numbers as people write them: full-width digits, Chinese signs, one or two digits. */
final class Cells {

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern DENSE_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:时](\\d{2})(?::(\\d{2})|分)?");
    private static final Pattern HOURS = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");

    private Cells() {}

    /** A clock time, and whether the text puts it on the next day (次日, or 24:00). */
    record Clock(LocalTime time, boolean nextDay) {}

    static Optional<LocalDate> date(String text) {
        String plain = plain(text);
        for (Pattern pattern : new Pattern[] {DATE, DENSE_DATE}) {
            Matcher match = pattern.matcher(plain);
            if (match.matches()) {
                try {
                    return Optional.of(LocalDate.of(number(match, 1), number(match, 2), number(match, 3)));
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Clock> clock(String text) {
        String plain = plain(text);
        boolean saysNextDay = plain.startsWith("次日");
        Matcher match = TIME.matcher(saysNextDay ? plain.substring(2).strip() : plain);
        if (!match.matches()) {
            return Optional.empty();
        }
        int hour = number(match, 1);
        int minute = number(match, 2);
        int second = match.group(3) == null ? 0 : number(match, 3);
        if (hour == 24 && minute == 0 && second == 0) {
            return Optional.of(new Clock(LocalTime.MIDNIGHT, true));
        }
        return hour > 23 || minute > 59 || second > 59
                ? Optional.empty()
                : Optional.of(new Clock(LocalTime.of(hour, minute, second), saysNextDay));
    }

    /** A moment with an offset, as local time of a zone; or one without, taken as local already. */
    static Optional<LocalDateTime> moment(String text, ZoneId zone) {
        String iso = plain(text).replace(' ', 'T');
        try {
            return Optional.of(OffsetDateTime.parse(iso).atZoneSameInstant(zone).toLocalDateTime());
        } catch (DateTimeException notWithOffset) {
            try {
                return Optional.of(LocalDateTime.parse(iso));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** Hours with the decimals as written, since they are significant. */
    static Optional<BigDecimal> hours(String text) {
        String plain = plain(text);
        return HOURS.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    static Optional<Integer> whole(String text) {
        String plain = plain(text);
        return WHOLE.matcher(plain).matches() ? Optional.of(Integer.valueOf(plain)) : Optional.empty();
    }

    /** The type of a document under one name: 身份证 is 居民身份证. */
    static String documentType(String text) {
        String plain = plain(text);
        return plain.contains("身份证") ? "居民身份证" : plain;
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
