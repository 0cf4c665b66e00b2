package ledger.api.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

import ledger.api.intake.RosterReport.Answers;

import static org.assertj.core.api.Assertions.assertThat;

/** A report comes in the kind of file that was sent, and its rows can be sent again as they are. */
class TableReportTest {

    private static final List<String> HEADER = List.of("志愿者编号", "姓名", "活动名称", "服务日期", "备注", "自己的列");
    private static final List<String> FIRST = List.of("3307990007000001", "陈梅桐", "义诊", "2026-03-05", "", "x");
    private static final List<String> SECOND =
            List.of("3307990007000002", "郑英桐", "义诊", "2026-03-06", "=1+1", "y");
    private static final String ANSWERS = """
            {"row":2,"verdict":"accepted"}
            {"row":3,"verdict":"refused","code":"field-missing","zh":{"title":"缺少“服务地点”","advice":"请补填"}}
            """;

    private static Answers answers(boolean onlyRefused) {
        return new Answers(ANSWERS.lines().iterator(), ReportWords.in(Locale.CHINESE), onlyRefused);
    }

    private static ReceivedFile received(byte[] bytes) {
        return ReceivedFile.spool(new ByteArrayInputStream(bytes), "");
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("名册");
            sheet.value(0, 0, "服务名册");
            List<List<String>> lines = List.of(HEADER, FIRST, SECOND);
            for (int row = 0; row < lines.size(); row++) {
                for (int column = 0; column < HEADER.size(); column++) {
                    sheet.value(row + 2, column, lines.get(row).get(column));
                }
            }
        }
        return out.toByteArray();
    }

    private static byte[] csv(Charset charset) {
        return Stream.of(HEADER, FIRST, SECOND)
                .map(line -> String.join(";", line) + "\r\n")
                .collect(Collectors.joining())
                .getBytes(charset);
    }

    private static List<List<String>> linesOf(byte[] report) {
        List<List<String>> lines = new ArrayList<>();
        try (ReceivedFile file = received(report); Rows rows = Rows.of(file)) {
            lines.add(rows.headerAsSent());
            while (rows.hasNext()) {
                lines.add(rows.cellsAhead());
                rows.next();
            }
        }
        return lines;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    @Test
    void aWorkbookIsAnsweredByAWorkbookWithTheReasonBesideTheRow() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReceivedFile sent = received(workbook())) {
            TableReport.writeWorkbook(sent, answers(false), out);
        }
        assertThat(linesOf(out.toByteArray())).containsExactly(
                joined(List.of("账本处理结果", "账本原因代码", "账本原因", "账本修改建议"), HEADER),
                joined(List.of("接受", "", "", ""), FIRST),
                joined(List.of("拒绝", "field-missing", "缺少“服务地点”", "请补填"), SECOND));
    }

    @Test
    void theRefusedRowsOfAReportAreThoseThatWereSentAndASecondReportDoublesNothing() throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        try (ReceivedFile sent = received(workbook())) {
            TableReport.writeWorkbook(sent, answers(true), first);
        }
        try (ReceivedFile again = received(first.toByteArray()); Rows rows = Rows.of(again)) {
            Rows.Reading reading = rows.next();
            assertThat(((Rows.Reading.Read) reading).row().text(Column.VOLUNTEER_NUMBER)).contains(SECOND.getFirst());
            assertThat(rows.hasNext()).isFalse();
        }
        try (ReceivedFile again = received(first.toByteArray())) {
            TableReport.writeWorkbook(again, answers(false), second);
        }
        assertThat(linesOf(second.toByteArray()).getFirst()).hasSize(4 + HEADER.size());
    }

    @Test
    void textKeepsItsEncodingItsSeparatorAndItsMarkAndHoldsNoFormula() throws IOException {
        for (Charset charset : List.of(ReceivedFile.GB18030, StandardCharsets.UTF_8)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ReceivedFile sent = received(csv(charset))) {
                TableReport.writeCsv(sent, answers(false), out);
            }
            assertThat(out.toString(charset)).contains("接受;;;;3307990007000001;陈梅桐").contains(";'=1+1;");
            assertThat(linesOf(out.toByteArray()).getLast()).endsWith(SECOND.toArray(String[]::new));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReceivedFile sent = received(("\uFEFF" + new String(csv(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8))) {
            TableReport.writeCsv(sent, answers(false), out);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("\uFEFF账本处理结果;");
    }
}
