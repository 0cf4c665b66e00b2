package ledger.api.intake;

import java.util.Map;
import java.util.Optional;

/**
 * One logical record of a file.
 *
 * @param number counted from 1, a header being the first
 * @param cells text of each column that the layout has, stripped; empty where the cell is
 */
public record Row(int number, Map<Column, String> cells) {

    /** The text of a filled cell. */
    public Optional<String> text(Column column) {
        return Optional.ofNullable(cells.get(column)).filter(text -> !text.isEmpty());
    }

    /** Whether the layout has the column, filled or not. */
    public boolean has(Column column) {
        return cells.containsKey(column);
    }
}
