package ledger.api.intake;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for a person's number in the texts that stay in facts for ever, because the law wants them on statements. It
 * only warns: an identity number of 18 characters, or a mobile number.
 */
final class PersonalNumbers {

    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\d)(\\d{17}[\\dXx]|1[3-9]\\d{9})(?!\\d)");

    private PersonalNumbers() {}

    static List<Column> in(Row row) {
        return Stream.of(Column.ACTIVITY_NAME, Column.CONTENT, Column.PLACE)
                .filter(column -> row.text(column).map(Cells::plain).filter(text -> NUMBER.matcher(text).find())
                        .isPresent())
                .toList();
    }
}
