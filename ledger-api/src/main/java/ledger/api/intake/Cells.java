package ledger.api.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ledger.domain.RefusalCode;
import ledger.domain.submission.SubmissionRefusal;

/** Dates and numbers as people write them: full-width digits, Chinese signs, one or two digits. */
final class Cells {

    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T]0{1,2}:00(?::00(?:\\.0+)?)?)?");
    private static final Pattern DENSE_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern WITHOUT_YEAR = Pattern.compile("\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*[日号]?");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)\\s*(?:小时|个小时|h|hours?|hrs?)?");
    private static final Pattern HOURS_AND_MINUTES = Pattern.compile(
            "(\\d{1,4})(?:\\s*(?::|小时|个小时|时|h|hours?)\\s*)(\\d{1,2})\\s*(?:分钟|分|m|min|minutes?)?");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,6})\\s*(?:分钟|分|m|min|mins|minutes?)");
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,6})\\s*(?:分钟|分|min|mins|minutes?)?");
    private static final Pattern SPOILT = Pattern.compile("\\d+(?:\\.\\d+)?E\\+?\\d+", Pattern.CASE_INSENSITIVE);

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    /** Enough to find the minute again. */
    private static final int DECIMALS = 6;

    private Cells() {}

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

    /** Why a text is no date. */
    static RefusalCode dateRefusal(String text) {
        return WITHOUT_YEAR.matcher(plain(text)).matches()
                ? SubmissionRefusal.DATE_WITHOUT_YEAR
                : SubmissionRefusal.DATE_INVALID;
    }

    /** Hours with the decimals as written, since they are significant; hours and minutes come to the minute. */
    static Optional<BigDecimal> hours(String text) {
        String plain = plain(text).toLowerCase(java.util.Locale.ROOT);
        Matcher decimal = HOURS.matcher(plain);
        if (decimal.matches()) {
            return Optional.of(new BigDecimal(decimal.group(1)));
        }
        Matcher both = HOURS_AND_MINUTES.matcher(plain);
        if (both.matches()) {
            return number(both, 2) > 59 ? Optional.empty() : Optional.of(hours(number(both, 1) * 60 + number(both, 2)));
        }
        Matcher minutes = MINUTES.matcher(plain);
        return minutes.matches() ? Optional.of(hours(number(minutes, 1))) : Optional.empty();
    }

    static BigDecimal hours(int minutes) {
        return BigDecimal.valueOf(minutes).divide(MINUTES_PER_HOUR, DECIMALS, RoundingMode.HALF_UP);
    }

    static Optional<Integer> whole(String text) {
        Matcher match = WHOLE.matcher(plain(text));
        return match.matches() ? Optional.of(number(match, 1)) : Optional.empty();
    }

    /** Whether a spreadsheet has turned a long number into a short one: 3.30799E+17. */
    static boolean isSpoilt(String text) {
        return SPOILT.matcher(plain(text)).matches();
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
