package ledger.api.door;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import ledger.api.intake.ExportedText;

/** Figures as a table for spreadsheets, headings in both languages; no cell is taken for a formula. */
final class FigureTable {

    private static final char MARK = '\uFEFF';
    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    private final List<List<String>> lines = new ArrayList<>();

    FigureTable(String... headings) {
        lines.add(List.of(headings));
    }

    /** One line; what is absent is an empty cell. */
    FigureTable line(@Nullable Object... cells) {
        lines.add(Arrays.stream(cells).map(cell -> ExportedText.of(Objects.toString(cell, ""))).toList());
        return this;
    }

    /** Hours to two decimals, for reading; the minutes beside them are what was certified. */
    static String hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(MINUTES_PER_HOUR, 2, RoundingMode.HALF_UP).toPlainString();
    }

    ResponseEntity<Object> answer(String file) {
        StringWriter text = new StringWriter();
        text.append(MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            lines.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + ".csv\"")
                .body(text.toString());
    }
}
