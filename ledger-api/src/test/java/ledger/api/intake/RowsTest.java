package ledger.api.intake;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ledger.domain.submission.SubmissionRefusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RowsTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void readsChineseHeadersInEitherEncoding(String charset) {
        byte[] file = "姓名,服务时长（小时）,备注\n龑䶮,1.5,\"两行\n文字\"\n".getBytes(Charset.forName(charset));

        List<Rows.Reading> rows = read(file);

        assertThat(rows).hasSize(1);
        Row row = ((Rows.Reading.Read) rows.getFirst()).row();
        assertThat(row.number()).isEqualTo(2);
        assertThat(row.text(Column.NAME)).contains("龑䶮");
        assertThat(row.text(Column.HOURS)).contains("1.5");
        assertThat(row.text(Column.REMARK)).contains("两行\n文字");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheSeparatorInTheHeader(String separator) {
        byte[] file = String.join(separator, "姓名", "备注").concat("\n")
                .concat(String.join(separator, "甲", "乙"))
                .getBytes(StandardCharsets.UTF_8);

        Row row = ((Rows.Reading.Read) read(file).getFirst()).row();

        assertThat(row.text(Column.REMARK)).contains("乙");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeader() {
        Row row = ((Rows.Reading.Read) read("\uFEFF姓名\n甲\n".getBytes(StandardCharsets.UTF_8)).getFirst()).row();
        assertThat(row.text(Column.NAME)).contains("甲");
    }

    @Test
    void aRowWithMoreCellsThanTheHeaderIsRefusedAndTheNextOnesAreRead() {
        List<Rows.Reading> rows = read("姓名,备注\n甲,好,多\n乙,好,\n丙\n".getBytes(StandardCharsets.UTF_8));

        assertThat(((Rows.Reading.Unreadable) rows.get(0)).refusal().code()).isEqualTo(SubmissionRefusal.ROW_WIDTH);
        assertThat(((Rows.Reading.Read) rows.get(1)).row().text(Column.REMARK)).contains("好");
        assertThat(((Rows.Reading.Read) rows.get(2)).row().has(Column.REMARK)).isTrue();
    }

    @Test
    void aBrokenJsonLineIsRefusedAndTheNextOnesAreRead() {
        List<Rows.Reading> rows = read("{\"name\":\"甲\"}\n{broken\n{\"activity\":{\"name\":\"巡河\"}}\n"
                .getBytes(StandardCharsets.UTF_8));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).isInstanceOf(Rows.Reading.Unreadable.class);
        assertThat(((Rows.Reading.Read) rows.get(2)).row().text(Column.ACTIVITY_NAME)).contains("巡河");
    }

    @Test
    void aFileThatIsNoTableIsRefusedAsAWhole() {
        assertRefused(new byte[0], SubmissionRefusal.FILE_EMPTY);
        assertRefused("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), SubmissionRefusal.FILE_FORMAT_UNKNOWN);
        assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, SubmissionRefusal.FILE_DAMAGED);
        assertRefused(new byte[] {(byte) 0xFF, (byte) 0xFF, 'a', (byte) 0x81}, SubmissionRefusal.ENCODING_UNKNOWN);
        assertRefused("a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8), SubmissionRefusal.HEADER_NOT_FOUND);
        assertRefused("姓名,备注\n".getBytes(StandardCharsets.UTF_8), SubmissionRefusal.FILE_EMPTY);
        assertRefused("姓名,志愿者姓名\n甲,乙\n".getBytes(GB18030), SubmissionRefusal.COLUMN_TWICE);
    }

    private static void assertRefused(byte[] file, SubmissionRefusal code) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal().code()).isEqualTo(code));
    }

    private static List<Rows.Reading> read(byte[] content) {
        try (ReceivedFile file = ReceivedFile.spool(new ByteArrayInputStream(content), "test");
                Rows rows = Rows.of(file)) {
            List<Rows.Reading> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            return all;
        }
    }
}
