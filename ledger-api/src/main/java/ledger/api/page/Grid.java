package ledger.api.page;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.springframework.util.MultiValueMap;

import ledger.api.intake.Column;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.api.intake.Texts;

/**
 * Rows of service that a clerk pasted, or that were refused and are mended in place.
 *
 * @param columns what each column means, by its wire name; empty for one that is left out
 */
public record Grid(List<String> columns, List<Line> lines) {

    /** What a page shows to be edited; a longer roster is better mended in its file. */
    public static final int MOST_LINES = 200;

    private static final int NARROWEST = 6;
    private static final int WIDEST = 18;

    /** What a register says of people and organizations, and no roster does. */
    private static final Set<Column> OF_REGISTERS = Set.of(
            Column.BORN_ON, Column.SEX, Column.REGISTERED_ON, Column.GUARDIAN_CONSENT, Column.CODE,
            Column.ORGANIZATION_NAME, Column.KIND, Column.PARENT);

    /**
     * One row.
     *
     * @param row its number where it came from
     * @param bad the position of the cell that is wrong; negative when none is
     * @param texts what is wrong, and what to do
     */
    public record Line(int row, List<String> cells, int bad, List<Texts.Text> texts) {

        static Line of(int row, List<String> cells) {
            return new Line(row, cells, -1, List.of());
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** A grid as its form sends it: each column and each row once, and all cells row by row. */
    static Grid sent(MultiValueMap<String, String> form) {
        List<String> columns = form.getOrDefault("column", List.of());
        List<String> rows = form.getOrDefault("row", List.of());
        List<String> cells = form.getOrDefault("cell", List.of());
        boolean fits = !columns.isEmpty()
                && rows.stream().allMatch(row -> row.matches("\\d{1,9}"))
                && (long) rows.size() * columns.size() == cells.size();
        if (!fits) {
            throw RefusedException.of(DoorRefusal.REQUEST_UNREADABLE, "request");
        }
        return new Grid(List.copyOf(columns), IntStream.range(0, rows.size())
                .mapToObj(i -> Line.of(
                        Integer.parseInt(rows.get(i)),
                        List.copyOf(cells.subList(i * columns.size(), (i + 1) * columns.size()))))
                .filter(line -> !line.isBlank())
                .toList());
    }

    /** The columns that a row of service may have. */
    static List<Column> choices() {
        return Arrays.stream(Column.values()).filter(column -> !OF_REGISTERS.contains(column)).toList();
    }

    /** The same rows as a file, to go through the one intake; columns without a meaning stay out. */
    String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(used(columns));
            lines.forEach(line -> csv.writeRecord(used(line.cells())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private List<String> used(List<String> values) {
        return IntStream.range(0, columns.size())
                .filter(i -> !columns.get(i).isEmpty())
                .mapToObj(values::get)
                .toList();
    }

    /** The same rows with one more column, the same in each. */
    Grid with(Column column, String value) {
        return new Grid(appended(columns, column.wire()), lines.stream()
                .map(line -> new Line(line.row(), appended(line.cells(), value), line.bad(), line.texts()))
                .toList());
    }

    private static List<String> appended(List<String> values, String value) {
        List<String> more = new ArrayList<>(values);
        more.add(value);
        return List.copyOf(more);
    }

    boolean has(Column column) {
        return columns.contains(column.wire());
    }

    /** A column that two columns of the grid claim to be. */
    Optional<Column> twice() {
        Set<String> seen = new HashSet<>();
        return columns.stream()
                .filter(column -> !column.isEmpty() && !seen.add(column))
                .findFirst()
                .flatMap(Column::named);
    }

    /** How many characters the cells of a column want on the screen. */
    public int width(int column) {
        int longest = lines.stream().mapToInt(line -> screenWidth(line.cells().get(column))).max().orElse(0);
        return Math.clamp(longest + 1L, NARROWEST, WIDEST);
    }

    /** A Chinese character is as wide as two letters. */
    private static int screenWidth(String text) {
        return text.chars().map(c -> c > 0x2E7F ? 2 : 1).sum();
    }

    /** The first row with a cell that is wrong, where the reader's eyes should be; negative when there is none. */
    public int firstBad() {
        return IntStream.range(0, lines.size()).filter(i -> lines.get(i).bad() >= 0).findFirst().orElse(-1);
    }
}
