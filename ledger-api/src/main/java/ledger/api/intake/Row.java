package ledger.api.intake;

import java.util.Map;
import java.util.Optional;

/**
 * One logical record of a file.
 *
 * @param number counted from 1, a header being the first
 * @param sheetRow where whoever opens the file sees it: titles above the header and empty rows are counted
 * @param cells text of each column that the layout has, stripped; empty where the cell is
 */
public record Row(int number, int sheetRow, Map<Column, String> cells) {

    public Row(int number, Map<Column, String> cells) {
        this(number, number, cells);
    }

    /** The text of a filled cell. */
    public Optional<String> text(Column column) {
        return Optional.ofNullable(cells.get(column)).filter(text -> !text.isEmpty());
    }

    /** Whether the layout has the column, filled or not. */
    public boolean has(Column column) {
        return cells.containsKey(column);
    }
}
