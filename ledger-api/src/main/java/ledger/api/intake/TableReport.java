package ledger.api.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import ledger.api.intake.RosterReport.Answer;
import ledger.api.intake.RosterReport.Answers;

/** A report as a table, in the kind of file that was sent: each row as it was, its answer in the columns before it. */
final class TableReport {

    private static final char MARK = '\uFEFF';
    private static final int ROWS_HELD = 500;

    private TableReport() {}

    /** Takes the lines of a report, the header first. */
    private interface Lines {
        void line(List<String> cells);
    }

    /** Text in the encoding and with the separator of the file that was sent. */
    static void writeCsv(ReceivedFile sent, Answers answers, OutputStream out) throws IOException {
        CharsetEncoder encoder = sent.charset().newEncoder().onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (Writer text = new BufferedWriter(new OutputStreamWriter(out, encoder))) {
            if (isMarked(sent)) {
                text.write(MARK);
            }
            CsvWriter csv = CsvWriter.builder()
                    .fieldSeparator(CsvTable.separator(sent))
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(text);
            write(sent, answers, cells -> csv.writeRecord(cells.stream().map(ExportedText::of).toList()));
            csv.flush();
        }
    }

    /** Whether the file began with a byte order mark, as spreadsheets write it before UTF-8 and UTF-16. */
    private static boolean isMarked(ReceivedFile sent) throws IOException {
        try (var in = Files.newInputStream(sent.path())) {
            byte[] start = in.readNBytes(2);
            return start.length == 2
                    && ((start[0] & 0xFF) == 0xEF && (start[1] & 0xFF) == 0xBB
                            || (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE
                            || (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF);
        }
    }

    /** A workbook of text cells, which no spreadsheet takes for formulas; an old workbook is answered by a new one. */
    static void writeWorkbook(ReceivedFile sent, Answers answers, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "hour-ledger", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("report");
            int[] next = {0};
            write(sent, answers, cells -> {
                int row = next[0]++;
                IntStream.range(0, cells.size()).forEach(column -> {
                    sheet.value(row, column, cells.get(column));
                    sheet.style(row, column).format("@").set();
                });
                if (next[0] % ROWS_HELD == 0) {
                    flush(sheet);
                }
            });
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ReceivedFile sent, Answers answers, Lines lines) {
        try (Rows rows = Rows.of(sent)) {
            List<String> header = rows.headerAsSent();
            List<Integer> dropped = dropped(header);
            lines.line(joined(answers.words().columns(), header, dropped));
            while (rows.hasNext()) {
                List<String> cells = rows.cellsAhead();
                Answer answer = answers.to(rows.next().number());
                if (answer != null) {
                    lines.line(joined(
                            List.of(answer.verdict(), answer.code(), answer.reason(), answer.advice()), cells, dropped));
                }
            }
        }
    }

    /** A report that is sent again as it is has its verdicts renewed, not doubled. */
    private static List<Integer> dropped(List<String> header) {
        return IntStream.range(0, header.size())
                .filter(place -> ReportWords.isOfAReport(header.get(place)))
                .boxed()
                .toList();
    }

    private static List<String> joined(List<String> added, List<String> cells, List<Integer> dropped) {
        List<String> line = new ArrayList<>(added);
        for (int i = 0; i < cells.size(); i++) {
            if (!dropped.contains(i)) {
                line.add(cells.get(i));
            }
        }
        return line;
    }
}
