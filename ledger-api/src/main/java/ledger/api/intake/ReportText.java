package ledger.api.intake;

import java.util.regex.Pattern;

/** A cell of a file of ours, which no spreadsheet takes for a formula: people wrote it, and not all are friendly. */
final class ReportText {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9.,:]*");

    private ReportText() {}

    /** The text with an apostrophe before it where it would be a formula; numbers stay numbers. */
    static String of(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches()
                ? "'" + text
                : text;
    }
}
