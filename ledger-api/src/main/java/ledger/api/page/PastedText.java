package ledger.api.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import ledger.api.intake.Column;
import ledger.api.intake.RefusedException;
import ledger.domain.submission.SubmissionRefusal;

/** Cells copied from a spreadsheet: with its header, or without one, and then each column is guessed by its cells. */
final class PastedText {

    /** A first row that names so many columns is a header. */
    private static final int NAMED = 2;

    private static final Pattern VOLUNTEER = Pattern.compile("\\d{10,17}");
    private static final Pattern DOCUMENT_TYPE = Pattern.compile(".*(?:身份证|护照|通行证|居住证)");
    private static final Pattern DOCUMENT = Pattern.compile("\\d{17}[\\dXx]");
    private static final Pattern DATE = Pattern.compile("\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?|(?:19|20)\\d{6}");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}[:：时点]\\d{2}分?");
    private static final Pattern HOURS = Pattern.compile("\\d{1,2}\\.\\d{1,2}");

    /** What is left when the rest is known by its looks, in the order in which people write it. */
    private static final List<Column> IN_WORDS = List.of(
            Column.NAME, Column.ACTIVITY_NAME, Column.PLACE, Column.CONTENT, Column.CATEGORY, Column.ORGANIZATION,
            Column.PERSON_IN_CHARGE, Column.RECORDER, Column.REMARK);

    private PastedText() {}

    /** @throws RefusedException when there is nothing in it, or more than a page can show */
    static Grid read(String text) {
        List<List<String>> rows = rows(text);
        if (rows.isEmpty()) {
            throw RefusedException.of(SubmissionRefusal.FILE_EMPTY, "file");
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        List<String> first = padded(rows.getFirst(), width);
        boolean header = first.stream().filter(cell -> Column.named(cell).isPresent()).count() >= NAMED;
        List<List<String>> cells = rows.subList(header ? 1 : 0, rows.size()).stream()
                .map(row -> padded(row, width))
                .toList();
        if (cells.isEmpty()) {
            throw RefusedException.of(SubmissionRefusal.FILE_EMPTY, "file");
        }
        return new Grid(header ? named(first) : guessed(cells, width), IntStream.range(0, cells.size())
                .mapToObj(i -> Grid.Line.of(i + (header ? 2 : 1), cells.get(i)))
                .toList());
    }

    private static List<List<String>> rows(String text) {
        char separator = text.indexOf('\t') >= 0 ? '\t' : text.indexOf(';') >= 0 && text.indexOf(',') < 0 ? ';' : ',';
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(1 << 20)
                .ofCsvRecord(text)) {
            return csv.stream()
                    .map(line -> line.getFields().stream().map(String::strip).toList())
                    .filter(cells -> cells.stream().anyMatch(cell -> !cell.isEmpty()))
                    .toList();
        } catch (CsvParseException e) {
            throw RefusedException.of(SubmissionRefusal.FILE_FORMAT_UNKNOWN, "file");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> padded(List<String> row, int width) {
        List<String> cells = new ArrayList<>(row);
        cells.addAll(Collections.nCopies(width - row.size(), ""));
        return List.copyOf(cells);
    }

    private static List<String> named(List<String> header) {
        Set<Column> seen = EnumSet.noneOf(Column.class);
        return header.stream()
                .map(cell -> Column.named(cell).filter(Grid.choices()::contains).filter(seen::add))
                .map(column -> column.map(Column::wire).orElse(""))
                .toList();
    }

    private static List<String> guessed(List<List<String>> rows, int width) {
        Set<Column> taken = EnumSet.noneOf(Column.class);
        List<Optional<Column>> byLooks = IntStream.range(0, width)
                .mapToObj(i -> byLooks(rows, i, taken))
                .toList();
        List<Column> words = new ArrayList<>(IN_WORDS);
        return IntStream.range(0, width)
                .mapToObj(i -> byLooks.get(i).or(() -> inWords(rows, i, words)).map(Column::wire).orElse(""))
                .toList();
    }

    private static Optional<Column> byLooks(List<List<String>> rows, int at, Set<Column> taken) {
        Optional<Column> guess = Optional.empty();
        if (mostly(rows, at, DOCUMENT_TYPE)) {
            guess = Optional.of(Column.DOCUMENT_TYPE);
        } else if (mostly(rows, at, DOCUMENT)) {
            guess = Optional.of(Column.DOCUMENT_NUMBER);
        } else if (mostly(rows, at, VOLUNTEER)) {
            guess = Optional.of(Column.VOLUNTEER_NUMBER);
        } else if (mostly(rows, at, DATE)) {
            guess = Optional.of(Column.SERVED_ON);
        } else if (mostly(rows, at, TIME)) {
            guess = Optional.of(taken.contains(Column.START) ? Column.END : Column.START);
        } else if (mostly(rows, at, HOURS)) {
            guess = Optional.of(Column.HOURS);
        }
        return guess.filter(taken::add);
    }

    private static Optional<Column> inWords(List<List<String>> rows, int at, List<Column> left) {
        boolean words = rows.stream().map(row -> row.get(at)).anyMatch(cell -> cell.matches(".*\\p{L}.*"));
        return words && !left.isEmpty() ? Optional.of(left.removeFirst()) : Optional.empty();
    }

    /** Some cell of a column may be wrong; most of them tell what it is. */
    private static boolean mostly(List<List<String>> rows, int at, Pattern pattern) {
        List<String> filled = rows.stream().map(row -> row.get(at)).filter(cell -> !cell.isEmpty()).toList();
        return filled.stream().filter(cell -> pattern.matcher(cell).matches()).count() * 2 > filled.size();
    }
}
