package ledger.api.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import ledger.domain.Refusal;
import ledger.domain.submission.SubmissionRefusal;
import ledger.projections.LedgerJson;

/** The rows of a file, one after the other; a row that cannot be read is refused and does not end the file. */
public final class Rows implements Iterator<Rows.Reading>, AutoCloseable {

    private static final int LONGEST_CELL = 10_000;

    /** A row, or why it could not be read. */
    public sealed interface Reading {
        int number();

        record Read(Row row) implements Reading {
            @Override
            public int number() {
                return row.number();
            }
        }

        record Unreadable(int number, Refusal refusal) implements Reading {}
    }

    private final Set<Column> columns;
    private final String format;
    private final Iterator<Reading> readings;
    private final AutoCloseable source;

    private Rows(Set<Column> columns, String format, Iterator<Reading> readings, AutoCloseable source) {
        this.columns = columns;
        this.format = format;
        this.readings = readings;
        this.source = source;
    }

    /** @throws RefusedException when the file as a whole cannot be read: no known layout, a column twice */
    public static Rows of(ReceivedFile file) {
        BufferedReader reader = new BufferedReader(file.reader());
        try {
            reader.mark(1 << 16);
            String first = firstLine(reader);
            reader.reset();
            String charset = "; charset=" + file.charset().name();
            return first.startsWith("{")
                    ? new Rows(EnumSet.noneOf(Column.class), "ndjson" + charset, json(reader), reader)
                    : csv(reader, separator(first), charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(Reader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0 && line.length() < (1 << 15); c = reader.read()) {
            if (c == '\n' && !line.toString().isBlank()) {
                break;
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static char separator(String header) {
        char best = ',';
        for (char candidate : new char[] {',', ';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }

    private static Rows csv(Reader reader, char separator, String charset) {
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(1 << 20)
                .ofCsvRecord(reader);
        Iterator<CsvRecord> records = csv.iterator();
        if (!records.hasNext()) {
            throw RefusedException.of(SubmissionRefusal.FILE_EMPTY, "file");
        }
        List<Optional<Column>> header = records.next().getFields().stream().map(Column::named).toList();
        Set<Column> known = EnumSet.noneOf(Column.class);
        header.forEach(column -> column.ifPresent(one -> {
            if (!known.add(one)) {
                throw RefusedException.of(SubmissionRefusal.COLUMN_TWICE, one.wire());
            }
        }));
        if (known.isEmpty()) {
            throw RefusedException.of(SubmissionRefusal.FILE_FORMAT_UNKNOWN, "file");
        }
        return new Rows(known, "csv" + charset, new CsvRows(records, header), csv);
    }

    /** The layout's columns; empty for a format that names its fields in each record. */
    public Set<Column> columns() {
        return columns;
    }

    /** How it was read, for example {@code csv; charset=GB18030}. */
    public String format() {
        return format;
    }

    @Override
    public boolean hasNext() {
        return readings.hasNext();
    }

    @Override
    public Reading next() {
        return readings.next();
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class CsvRows implements Iterator<Reading> {
        private final Iterator<CsvRecord> records;
        private final List<Optional<Column>> header;
        private int number = 1;
        private boolean broken;

        CsvRows(Iterator<CsvRecord> records, List<Optional<Column>> header) {
            this.records = records;
            this.header = header;
        }

        @Override
        public boolean hasNext() {
            try {
                return !broken && records.hasNext();
            } catch (CsvParseException e) {
                return true;
            }
        }

        @Override
        public Reading next() {
            number++;
            try {
                return reading(records.next());
            } catch (CsvParseException e) {
                // After a cell that never ends nothing more can be told apart: this row is the last one answered.
                broken = true;
                return new Reading.Unreadable(number, Refusal.of(SubmissionRefusal.ROW_UNREADABLE, "row"));
            }
        }

        private Reading reading(CsvRecord line) {
            if (line.getFields().stream().skip(header.size()).anyMatch(cell -> !cell.isBlank())) {
                return new Reading.Unreadable(number, Refusal.of(SubmissionRefusal.ROW_WIDTH, "row")
                        .with("cells", line.getFieldCount())
                        .with("columns", header.size()));
            }
            Map<Column, String> cells = new EnumMap<>(Column.class);
            for (int i = 0; i < header.size(); i++) {
                Optional<Column> column = header.get(i);
                // Programs leave out the empty cells at the end of a line.
                String cell = i < line.getFieldCount() ? line.getField(i).strip() : "";
                if (cell.length() > LONGEST_CELL) {
                    return new Reading.Unreadable(number, Refusal.of(
                                    SubmissionRefusal.FIELD_TOO_LONG, column.map(Column::wire).orElse("row"))
                            .with("limit", LONGEST_CELL));
                }
                column.ifPresent(one -> cells.put(one, cell));
            }
            return new Reading.Read(new Row(number, cells));
        }
    }

    private static Iterator<Reading> json(BufferedReader reader) {
        return new Iterator<>() {
            private int number;
            private @Nullable String line = read();

            private @Nullable String read() {
                try {
                    String next;
                    do {
                        next = reader.readLine();
                    } while (next != null && next.isBlank());
                    return next;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public boolean hasNext() {
                return line != null;
            }

            @Override
            public Reading next() {
                if (line == null) {
                    throw new NoSuchElementException();
                }
                String record = line;
                line = read();
                number++;
                return json(number, record);
            }
        };
    }

    /** A record with the fields of {@link Column}, also nested ones such as {@code activity.name}. */
    static Reading json(int number, String record) {
        try {
            JsonNode node = LedgerJson.MAPPER.readTree(record);
            if (!node.isObject()) {
                return new Reading.Unreadable(number, Refusal.of(SubmissionRefusal.ROW_UNREADABLE, "row"));
            }
            return new Reading.Read(row(number, node));
        } catch (JacksonException e) {
            return new Reading.Unreadable(number, Refusal.of(SubmissionRefusal.ROW_UNREADABLE, "row"));
        }
    }

    static Row row(int number, JsonNode node) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
        JsonNode activity = node.get("activity");
        if (activity != null && activity.isObject()) {
            for (Map.Entry<String, JsonNode> field : activity.properties()) {
                String name = switch (field.getKey()) {
                    case "name" -> Column.ACTIVITY_NAME.wire();
                    case "code" -> Column.ACTIVITY_CODE.wire();
                    default -> field.getKey();
                };
                fields.add(Map.entry(name, field.getValue()));
            }
        }
        for (Map.Entry<String, JsonNode> field : fields) {
            if (!field.getValue().isContainer()) {
                String text = field.getValue().isNull() ? "" : field.getValue().asString().strip();
                Column.named(field.getKey()).ifPresent(column -> cells.put(column, text));
            }
        }
        return new Row(number, cells);
    }
}
