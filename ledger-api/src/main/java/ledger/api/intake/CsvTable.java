package ledger.api.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.jspecify.annotations.Nullable;

import ledger.domain.submission.SubmissionRefusal;

/**
 * A table in text: cells between separators. A cell whose quote never ends costs its own line only: reading goes on
 * with the next one.
 */
final class CsvTable implements Table {

    /** A cell may hold line breaks, but beyond so many a quote was left open by mistake. */
    private static final int MOST_LINES = 200;

    private static final int LINES_LOOKED_AT = 40;
    private static final char[] SEPARATORS = {',', ';', '\t'};

    private final BoundedLines lines;
    private final char separator;
    private final String charset;
    private final CsvReader.CsvReaderBuilder parser;
    private int number;
    private @Nullable Line next;

    CsvTable(BoundedLines lines, String charset) {
        this.lines = lines;
        this.charset = charset;
        separator = separator(lines.peek(LINES_LOOKED_AT));
        parser = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        next = read();
    }

    /** The one that tells the most columns apart. */
    private static char separator(List<BoundedLines.Line> lines) {
        char best = SEPARATORS[0];
        long most = 0;
        for (char candidate : SEPARATORS) {
            long known = lines.stream().mapToLong(line -> knownColumns(line.text(), candidate)).max().orElse(0);
            if (known > most) {
                most = known;
                best = candidate;
            }
        }
        return best;
    }

    private static long knownColumns(String line, char separator) {
        return java.util.Arrays.stream(line.split(java.util.regex.Pattern.quote(String.valueOf(separator)), 500))
                .filter(cell -> Column.named(cell.replace("\"", "")).isPresent())
                .count();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Line next() {
        Line line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        next = read();
        return line;
    }

    private @Nullable Line read() {
        BoundedLines.Line first = lines.take();
        if (first == null) {
            return null;
        }
        number++;
        if (first.text().isEmpty()) {
            return Line.of(number, List.of());
        }
        if (first.tooLong()) {
            return Line.refused(number, SubmissionRefusal.RECORD_TOO_LONG);
        }
        StringBuilder text = new StringBuilder(first.text());
        OpenQuote quote = new OpenQuote(separator);
        quote.read(first.text());
        String end = first.end();
        List<BoundedLines.Line> more = new ArrayList<>();
        while (quote.isOpen()) {
            BoundedLines.Line line = more.size() < MOST_LINES ? lines.take() : null;
            if (line == null || line.tooLong() || text.length() > BoundedLines.LONGEST) {
                if (line != null) {
                    more.add(line);
                }
                lines.giveBack(more);
                return Line.refused(number, SubmissionRefusal.ROW_UNREADABLE);
            }
            more.add(line);
            text.append(end).append(line.text());
            end = line.end();
            quote.read(line.text());
        }
        if (quote.isBroken()) {
            lines.giveBack(more);
            return Line.refused(number, SubmissionRefusal.ROW_UNREADABLE);
        }
        return parsed(text.toString());
    }

    private Line parsed(String text) {
        try {
            Iterator<CsvRecord> records = parser.ofCsvRecord(text).iterator();
            return Line.of(number, records.hasNext()
                    ? records.next().getFields().stream().map(ExportedText::original).map(Cell::of).toList()
                    : List.of());
        } catch (CsvParseException e) {
            return Line.refused(number, SubmissionRefusal.ROW_UNREADABLE);
        }
    }

    /** The sign between its cells. */
    static char separator(ReceivedFile file) {
        try (BoundedLines lines = new BoundedLines(file.reader())) {
            return separator(lines.peek(LINES_LOOKED_AT));
        }
    }

    @Override
    public String format() {
        return "csv; charset=" + charset;
    }

    @Override
    public boolean cellsMayShift() {
        return true;
    }

    @Override
    public void close() {
        lines.close();
    }

    /** Whether a quoted cell goes on beyond the line, or went wrong behind its closing quote. */
    private static final class OpenQuote {
        private final char separator;
        private boolean quoted;
        private boolean broken;

        OpenQuote(char separator) {
            this.separator = separator;
        }

        void read(String line) {
            boolean atStart = !quoted;
            for (int i = 0; i < line.length() && !broken; i++) {
                char sign = line.charAt(i);
                if (quoted && sign == '"') {
                    boolean doubled = i + 1 < line.length() && line.charAt(i + 1) == '"';
                    quoted = doubled;
                    i += doubled ? 1 : 0;
                    broken = !doubled && i + 1 < line.length() && line.charAt(i + 1) != separator;
                } else if (!quoted && sign == '"' && atStart) {
                    quoted = true;
                }
                atStart = !quoted && sign == separator;
            }
        }

        boolean isOpen() {
            return quoted && !broken;
        }

        boolean isBroken() {
            return broken;
        }
    }
}
