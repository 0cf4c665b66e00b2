package ledger.api.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import ledger.domain.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

/** A file as the intake read it. */
record Read(String format, List<Rows.Reading> readings, List<Notice> notices) {

    static Read of(byte[] content) {
        return of(content, FeedPart.SERVICE);
    }

    static Read of(byte[] content, FeedPart door) {
        try (ReceivedFile file = ReceivedFile.spool(new ByteArrayInputStream(content), "test");
                Rows rows = Rows.of(file, door)) {
            List<Rows.Reading> readings = new ArrayList<>();
            rows.forEachRemaining(readings::add);
            return new Read(rows.format(), readings, rows.notices());
        }
    }

    Row row(int index) {
        Rows.Reading reading = readings.get(index);
        assertThat(reading).as("%s", reading).isInstanceOf(Rows.Reading.Read.class);
        return ((Rows.Reading.Read) reading).row();
    }

    String text(int index, Column column) {
        return row(index).text(column).orElse("");
    }

    Refusal refusal(int index) {
        return ((Rows.Reading.Unreadable) readings.get(index)).refusal();
    }

    static byte[] xlsx(Consumer<Worksheet> fill) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            fill.accept(workbook.newWorksheet("Sheet1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] xls(Consumer<HSSFWorkbook> fill) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            fill.accept(workbook);
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void line(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            sheet.value(row, i, cells[i]);
        }
    }
}
