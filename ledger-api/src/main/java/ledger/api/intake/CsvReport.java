package ledger.api.intake;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;

import ledger.api.intake.RosterReport.Answer;
import ledger.api.intake.RosterReport.Answers;

/** A report as CSV, in the encoding and with the separator of the file that was sent. */
final class CsvReport {

    private static final char MARK = '\uFEFF';
    private static final int SAMPLE = 1 << 15;
    private static final int HEADER_WITHIN = 20;
    private static final int COLUMNS_OF_A_HEADER = 3;

    private CsvReport() {}

    static Charset charset(String format) {
        return Charset.forName(format.replaceAll(".*charset=([^;\\s]+).*", "$1"));
    }

    static void write(InputStream sent, String format, Answers answers, OutputStream out) throws IOException {
        Charset charset = charset(format);
        CharsetEncoder encoder = charset.newEncoder().onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                        new BufferedInputStream(sent), charset), SAMPLE);
                Writer text = new BufferedWriter(new OutputStreamWriter(out, encoder))) {
            if (hasMark(reader)) {
                text.write(MARK);
            }
            char separator = separator(reader);
            try (CsvWriter csv = CsvWriter.builder()
                    .fieldSeparator(separator)
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(text)) {
                write(reader(reader, separator), answers, csv);
            }
        }
    }

    private static boolean hasMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() == MARK) {
            return true;
        }
        reader.reset();
        return false;
    }

    /** The sign that stands most often before the rows begin. */
    private static char separator(Reader reader) throws IOException {
        reader.mark(SAMPLE);
        char[] sample = new char[SAMPLE / 2];
        int length = Math.max(0, reader.read(sample));
        reader.reset();
        List<String> lines = new String(sample, 0, length).lines().limit(HEADER_WITHIN).toList();
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (most(lines, candidate) > most(lines, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long most(List<String> lines, char sign) {
        return lines.stream().mapToLong(line -> line.chars().filter(c -> c == sign).count()).max().orElse(0);
    }

    private static CsvReader<CsvRecord> reader(Reader reader, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(1 << 20)
                .ofCsvRecord(reader);
    }

    private static void write(CsvReader<CsvRecord> sent, Answers answers, CsvWriter csv) {
        Iterator<CsvRecord> records = sent.iterator();
        List<List<String>> before = new ArrayList<>();
        @Nullable List<String> header = header(records, before);
        List<Integer> dropped = dropped(header == null ? before.getFirst() : header);
        if (header == null) {
            // No record looks like a header: the first one was taken for it.
            header = before.removeFirst();
            csv.writeRecord(joined(answers.words().columns(), header, dropped));
        } else {
            before.forEach(title -> csv.writeRecord(joined(List.of("", "", "", ""), title, List.of())));
            before.clear();
            csv.writeRecord(joined(answers.words().columns(), header, dropped));
        }
        int row = 1;
        for (Iterator<List<String>> rows = rest(before, records); rows.hasNext(); ) {
            List<String> cells = rows.next();
            Answer answer = answers.to(++row);
            if (answer != null) {
                csv.writeRecord(joined(
                        List.of(answer.verdict(), answer.code(), answer.reason(), answer.advice()), cells, dropped));
            }
        }
    }

    /** The first record that names several columns; what stands before it is told in {@code before}. */
    private static @Nullable List<String> header(Iterator<CsvRecord> records, List<List<String>> before) {
        while (records.hasNext() && before.size() < HEADER_WITHIN) {
            List<String> cells = records.next().getFields();
            if (cells.stream().filter(cell -> Column.named(cell).isPresent()).count() >= COLUMNS_OF_A_HEADER) {
                return cells;
            }
            before.add(cells);
        }
        return null;
    }

    /** A report that is sent again as it is has its verdicts renewed, not doubled. */
    private static List<Integer> dropped(List<String> header) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (ReportWords.isOfAReport(header.get(i))) {
                places.add(i);
            }
        }
        return places;
    }

    private static Iterator<List<String>> rest(List<List<String>> before, Iterator<CsvRecord> records) {
        Iterator<List<String>> first = before.iterator();
        return new Iterator<>() {
            private boolean broken;

            @Override
            public boolean hasNext() {
                try {
                    return first.hasNext() || !broken && records.hasNext();
                } catch (CsvParseException e) {
                    return true;
                }
            }

            @Override
            public List<String> next() {
                try {
                    return first.hasNext() ? first.next() : records.next().getFields();
                } catch (CsvParseException e) {
                    // The cell that never ends: its row has an answer, but nothing of it can be told apart.
                    broken = true;
                    return List.of();
                }
            }
        };
    }

    private static List<String> joined(List<String> added, List<String> cells, List<Integer> dropped) {
        List<String> line = new ArrayList<>(added);
        for (int i = 0; i < cells.size(); i++) {
            if (!dropped.contains(i)) {
                line.add(ReportText.of(cells.get(i)));
            }
        }
        return line;
    }
}
