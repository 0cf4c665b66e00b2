package ledger.api.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import ledger.domain.submission.SubmissionRefusal;

/** How a number in a spreadsheet's cell looks: a spreadsheet keeps days and times as numbers, and so they are shown. */
enum NumberLook {
    NUMBER,
    DAY,
    TIME,
    DAY_AND_TIME,
    /** A length of time in hours and minutes, which may go beyond a day. */
    ELAPSED;

    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

    /** So many digits a spreadsheet keeps and shows; a number with more has lost some. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    /**
     * The look of a number format.
     *
     * @param id number of a built-in format
     * @param code the format as written; empty for a built-in one
     */
    static NumberLook of(int id, String code) {
        return code.isEmpty() ? builtIn(id) : written(code);
    }

    private static NumberLook builtIn(int id) {
        return switch (id) {
            case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> DAY;
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> TIME;
            case 22 -> DAY_AND_TIME;
            case 46 -> ELAPSED;
            default -> NUMBER;
        };
    }

    private static NumberLook written(String code) {
        String first = code.toLowerCase(java.util.Locale.ROOT).replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "");
        if (first.matches(".*\\[(h+|m+|s+)\\].*")) {
            return ELAPSED;
        }
        String signs = first.replaceAll("\\[[^\\]]*\\]", "").replaceAll(";.*", "").replace("am/pm", "").replace("a/p", "");
        if (signs.contains("general")) {
            return NUMBER;
        }
        boolean time = signs.contains("h") || signs.contains("s");
        boolean day = signs.contains("y") || signs.contains("d") || !time && signs.contains("m");
        if (day) {
            return time ? DAY_AND_TIME : DAY;
        }
        return time ? TIME : NUMBER;
    }

    /** The cell as a person sees it; what is no number stays as it is written. */
    Table.Cell show(String raw, boolean since1904) {
        if (!raw.matches("[+-]?\\d{1,400}(\\.\\d{1,400})?([eE][+-]?\\d{1,3})?")) {
            return Table.Cell.of(raw);
        }
        BigDecimal value = new BigDecimal(raw);
        if (this == NUMBER || value.signum() < 0 || value.compareTo(LAST_DAY) >= 0) {
            return number(value, raw);
        }
        long seconds = value.multiply(SECONDS_PER_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        LocalDateTime moment = (since1904 ? DAY_ZERO_1904 : DAY_ZERO).atStartOfDay().plusSeconds(seconds);
        boolean withinADay = value.compareTo(BigDecimal.ONE) < 0;
        return Table.Cell.of(switch (this) {
            case NUMBER -> raw;
            case DAY -> moment.toLocalDate().toString();
            case TIME -> withinADay ? clock(moment) : moment.toLocalDate() + " " + clock(moment);
            case DAY_AND_TIME -> moment.toLocalDate() + " " + clock(moment);
            case ELAPSED -> "%d:%02d%s".formatted(
                    seconds / 3600, seconds / 60 % 60, seconds % 60 == 0 ? "" : ":%02d".formatted(seconds % 60));
        });
    }

    private static String clock(LocalDateTime moment) {
        return moment.format(moment.getSecond() == 0 ? MINUTES : SECONDS);
    }

    private static Table.Cell number(BigDecimal value, String raw) {
        boolean tooLong = value.precision() - value.scale() > DIGITS.getPrecision();
        return tooLong
                ? new Table.Cell(raw, SubmissionRefusal.NUMBER_SPOILT)
                : Table.Cell.of(plain(value.round(DIGITS)));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
