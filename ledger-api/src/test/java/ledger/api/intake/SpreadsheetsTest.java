package ledger.api.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ledger.domain.account.EvidenceGrade;
import ledger.domain.submission.SubmissionRefusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Workbooks, new and old, as people fill them in. */
class SpreadsheetsTest {

    private static final String[] HEADER = {"志愿者编号", "姓名", "活动名称", "活动日期", "签到", "签退", "时长", "我的列"};

    @Test
    void readsTheHonourHoursBelowTitleAndInstructions() throws IOException {
        byte[] file;
        try (InputStream in = SpreadsheetsTest.class.getResourceAsStream("/rosters/honour-hours.xlsx")) {
            file = in.readAllBytes();
        }
        Read read = Read.of(file);

        assertThat(read.readings()).hasSize(60);
        assertThat(read.row(0).sheetRow()).isEqualTo(4);
        assertThat(read.row(0).number()).isEqualTo(2);
        assertThat(read.text(0, Column.DOCUMENT_NUMBER)).isEqualTo("330799198304096455");
        assertThat(read.text(0, Column.HOURS)).isEqualTo("1.5");
        assertThat(read.text(0, Column.EVIDENCE)).isEqualTo(EvidenceGrade.HISTORICAL.name());
        assertThat(read.notices()).as("a column that numbers the lines is not worth a word").isEmpty();
    }

    @Test
    void readsTrueDatesTimesAndNumbersAsTheyLook() {
        Read read = Read.of(Read.xlsx(sheet -> {
            Read.line(sheet, 0, HEADER);
            Read.line(sheet, 1, "3307990007000001", "甲", "巡河");
            sheet.value(1, 3, LocalDate.of(2026, 3, 5));
            sheet.style(1, 3).format("yyyy/m/d;@").set();
            sheet.value(1, 4, 0.395833333333333);
            sheet.style(1, 4).format("[$-804]h\"时\"mm\"分\"").set();
            sheet.value(1, 5, LocalDateTime.of(2026, 3, 5, 11, 0));
            sheet.style(1, 5).format("yyyy-mm-dd hh:mm").set();
            sheet.value(1, 6, 0.0625);
            sheet.style(1, 6).format("[h]:mm").set();
            Read.line(sheet, 3, "3307990007000002", "乙", "巡河");
            sheet.value(3, 6, 5.3300000000000001);
        }));

        assertThat(read.text(0, Column.SERVED_ON)).isEqualTo("2026-03-05");
        assertThat(read.text(0, Column.START)).isEqualTo("09:30");
        assertThat(read.text(0, Column.END)).isEqualTo("2026-03-05 11:00");
        assertThat(read.text(0, Column.HOURS)).isEqualTo("1:30");
        assertThat(read.text(1, Column.HOURS)).isEqualTo("5.33");
        assertThat(read.row(1).number()).as("an empty row is none").isEqualTo(3);
        assertThat(read.row(1).sheetRow()).isEqualTo(4);
        assertThat(read.notices()).containsExactly(Notice.of(Notice.Kind.COLUMNS_IGNORED, "columns", "我的列"));
    }

    @Test
    void aFormulaAndALongNumberCostTheirOwnRowOnly() {
        Read read = Read.of(Read.xlsx(sheet -> {
            Read.line(sheet, 0, HEADER);
            sheet.value(1, 0, 3307990007000001L);
            Read.line(sheet, 2, "3307990007000001", "甲", "巡河", "2026-03-05", "9:00", "10:00");
            sheet.formula(2, 6, "1+1");
            Read.line(sheet, 3, "3307990007000001", "=1+1", "巡河", "2026-03-05", "9:00", "10:00", "1");
            sheet.formula(3, 7, "A4");
        }));

        assertThat(read.refusal(0).code()).isEqualTo(SubmissionRefusal.NUMBER_SPOILT);
        assertThat(read.refusal(0).field()).isEqualTo("volunteerNumber");
        assertThat(read.refusal(1).code()).isEqualTo(SubmissionRefusal.FORMULA_CELL);
        assertThat(read.refusal(1).field()).isEqualTo("hours");
        assertThat(read.text(2, Column.NAME)).as("text that begins with = is data").isEqualTo("=1+1");
    }

    @Test
    void takesTheSheetThatHasAHeaderAndTellsOfTheOthers() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("封面").value(0, 0, "三月花名册");
            Worksheet sheet = workbook.newWorksheet("三月");
            Read.line(sheet, 0, HEADER);
            Read.line(sheet, 1, "3307990007000001", "甲", "巡河", "2026-03-05", "9:00", "10:00", "1");
        }
        Read read = Read.of(out.toByteArray());

        assertThat(read.text(0, Column.NAME)).isEqualTo("甲");
        assertThat(read.notices()).contains(Notice.of(Notice.Kind.SHEETS_IGNORED, "sheets", "封面"));
    }

    @Test
    void readsAWorkbookOfTheOldKind() {
        Read read = Read.of(Read.xls(workbook -> {
            HSSFSheet sheet = workbook.createSheet();
            line(sheet.createRow(0), "三月花名册");
            line(sheet.createRow(2), HEADER);
            HSSFRow row = sheet.createRow(3);
            line(row, "3307990007000001", "甲", "巡河");
            styled(workbook, row, 3, "yyyy\"年\"m\"月\"d\"日\"").setCellValue(LocalDate.of(2026, 3, 5));
            styled(workbook, row, 4, "h:mm").setCellValue(0.375);
            row.createCell(6).setCellValue(1.5);
            HSSFRow formula = sheet.createRow(4);
            line(formula, "3307990007000001", "甲", "巡河", "2026-03-05", "9:00", "10:00");
            formula.createCell(6).setCellFormula("1+1");
            HSSFRow spoilt = sheet.createRow(5);
            spoilt.createCell(0).setCellValue(3.30799E17);
        }));

        assertThat(read.format()).isEqualTo("xls");
        assertThat(read.text(0, Column.SERVED_ON)).isEqualTo("2026-03-05");
        assertThat(read.text(0, Column.START)).isEqualTo("09:00");
        assertThat(read.text(0, Column.HOURS)).isEqualTo("1.5");
        assertThat(read.row(0).sheetRow()).isEqualTo(4);
        assertThat(read.refusal(1).code()).isEqualTo(SubmissionRefusal.FORMULA_CELL);
        assertThat(read.refusal(1).field()).isEqualTo("hours");
        assertThat(read.refusal(2).code()).isEqualTo(SubmissionRefusal.NUMBER_SPOILT);
    }

    @Test
    void saysThatAWorkbookIsEncrypted() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            EncryptionInfo info = new EncryptionInfo(EncryptionMode.standard);
            info.getEncryptor().confirmPassword("secret");
            try (var data = info.getEncryptor().getDataStream(files)) {
                data.write(Read.xlsx(sheet -> Read.line(sheet, 0, HEADER)));
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            files.writeFilesystem(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThatThrownBy(() -> Read.of(out.toByteArray())).isInstanceOfSatisfying(
                RefusedException.class,
                e -> assertThat(e.refusal().code()).isEqualTo(SubmissionRefusal.FILE_ENCRYPTED));
    }

    @ParameterizedTest
    @EnumSource(RosterTemplate.class)
    void aTemplateReadsBackColumnByColumnAndItsExampleIsSkipped(RosterTemplate template) throws IOException {
        for (Locale language : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            template.write(out, language);
            try (ReceivedFile file = ReceivedFile.spool(new java.io.ByteArrayInputStream(out.toByteArray()), "")) {
                assertThatThrownBy(() -> Rows.of(file)).as("nothing but the example").isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo(SubmissionRefusal.FILE_EMPTY));
                try (TableRows rows = new TableRows(XlsxTable.open(file.path(), 0))) {
                    assertThat(rows.columns()).containsExactlyInAnyOrderElementsOf(template.columns());
                    assertThat(rows.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.EXAMPLE_SKIPPED);
                }
            }
        }
    }

    private static org.apache.poi.hssf.usermodel.HSSFCell styled(
            HSSFWorkbook workbook, HSSFRow row, int column, String format) {
        HSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        var cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    private static void line(HSSFRow row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }
}
