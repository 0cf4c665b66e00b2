package ledger.api.intake;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import ledger.domain.Refusal;
import ledger.domain.submission.SubmissionRefusal;

/** What no cell may hold, whatever the format: too much, signs that were lost, signs that nobody sees. */
final class CellText {

    static final int LONGEST = 10_000;

    /** Texts that name somebody or something: what cannot be seen in them makes two names of one. */
    private static final Set<Column> NAMES = Set.of(
            Column.VOLUNTEER_NUMBER, Column.NAME, Column.DOCUMENT_NUMBER, Column.ACTIVITY_NAME, Column.ACTIVITY_CODE,
            Column.ORGANIZATION, Column.ORGANIZER, Column.PERSON_IN_CHARGE, Column.RECORDER, Column.SOURCE_SYSTEM,
            Column.SOURCE_RECORD, Column.CODE, Column.ORGANIZATION_NAME, Column.PARENT, Column.CATEGORY);

    /** Turns the order of signs around, so that a text reads other than it is. */
    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060-\\u2064\\uFEFF]");

    /** A replacement sign stands for bytes that fit no encoding; controls and half signs come from broken programs. */
    private static final Pattern BROKEN =
            Pattern.compile("[\\uFFFD\\p{Cs}\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]");

    private CellText() {}

    /** What is wrong with the first cell that has something wrong. */
    static Optional<Refusal> refusal(Row row) {
        for (Map.Entry<Column, String> cell : row.cells().entrySet()) {
            Optional<Refusal> refusal = refusal(cell.getKey(), cell.getValue());
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(Column column, String text) {
        if (text.length() > LONGEST) {
            return Optional.of(Refusal.of(SubmissionRefusal.FIELD_TOO_LONG, column.wire()).with("limit", LONGEST));
        }
        if (isPlain(text)) {
            return Optional.empty();
        }
        if (BROKEN.matcher(text).find()) {
            return Optional.of(Refusal.of(SubmissionRefusal.TEXT_BROKEN, column.wire()));
        }
        if (TURNING.matcher(text).find() || NAMES.contains(column) && UNSEEN.matcher(text).find()) {
            return Optional.of(Refusal.of(SubmissionRefusal.TEXT_HIDDEN, column.wire()));
        }
        return Optional.empty();
    }

    /** Whether it has only signs that nothing here speaks of, as nearly every cell: ASCII, and what Han is written in. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if ((sign < ' ' || sign > '~') && (sign < '\u3000' || sign > '\u9FFF')) {
                return false;
            }
        }
        return true;
    }
}
