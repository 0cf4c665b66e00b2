package ledger.api.intake;

/**
 * Text on its way into a file that spreadsheets open. What they would take for a formula gets an apostrophe in front,
 * so that it stays the text that somebody wrote.
 */
public final class ExportedText {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private ExportedText() {}

    /** The text as it may stand in a cell; a plain number keeps its sign. */
    public static String of(String text) {
        boolean harmless = text.isEmpty()
                || BEGINS_A_FORMULA.indexOf(text.charAt(0)) < 0
                || text.matches("[+-]?\\d{1,18}(\\.\\d{1,18})?");
        return harmless ? text : "'" + text;
    }

    /** The text that somebody wrote, of one that was exported. */
    static String original(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && of(text.substring(1)).equals(text)
                ? text.substring(1)
                : text;
    }
}
