package ledger.api.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ledger.domain.account.EvidenceGrade;
import ledger.domain.submission.SubmissionRefusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** CSV and JSON as programs and people write them. */
class TextFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8", "GB18030"})
    void readsWhatASpreadsheetCallsUnicodeText(String charset) {
        String mark = charset.startsWith("UTF") ? "\uFEFF" : "";
        Read read = Read.of((mark + "姓名\t活动名称\t备注\r\n龑䶮\t\"巡\"\"河\"\"\"\t好\r\n").getBytes(Charset.forName(charset)));

        assertThat(read.text(0, Column.NAME)).isEqualTo("龑䶮");
        assertThat(read.text(0, Column.ACTIVITY_NAME)).isEqualTo("巡\"河\"");
    }

    @ParameterizedTest
    @CsvSource({
        "身份证号,DOCUMENT_NUMBER", "证件号,DOCUMENT_NUMBER", "志愿者ＩＤ,VOLUNTEER_NUMBER", "项目名称,ACTIVITY_NAME",
        "活动日期,SERVED_ON", "签到时间,SERVED_FROM", "签退时间,SERVED_TO", "时 长,HOURS", "服务小时数,HOURS",
        "*活动名称,ACTIVITY_NAME", "地点,PLACE", "单位,ORGANIZATION", "所属组织,ORGANIZATION", "服务时长（分钟）,SERVED_MINUTES",
        "服务时长【小时】,HOURS", "Volunteer ID,VOLUNTEER_NUMBER", "START TIME,START", "休息时间(分钟),BREAK",
        "服务日期(必填),SERVED_ON", "Service Hours (h),HOURS", "活动名称：,ACTIVITY_NAME"
    })
    void knowsAColumnByManyNames(String header, Column column) {
        assertThat(Column.named(header)).contains(column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"休息(小时)", "服务时长x", "手机", "", "()"})
    void takesNoColumnForAnother(String header) {
        assertThat(Column.named(header)).isEmpty();
    }

    @Test
    void findsTheHeaderBelowTitlesAndTheSeparatorInIt() {
        Read read = Read.of("sep=;\n三月花名册, 共2人\n\n\"姓名\";\"活动名称\";\"服务日期\";\"心情\"\n甲;巡河;2026-03-05;好\n"
                .getBytes(StandardCharsets.UTF_8));

        assertThat(read.text(0, Column.ACTIVITY_NAME)).isEqualTo("巡河");
        assertThat(read.row(0).number()).isEqualTo(2);
        assertThat(read.row(0).sheetRow()).isEqualTo(5);
        assertThat(read.notices()).containsExactly(Notice.of(Notice.Kind.COLUMNS_IGNORED, "columns", "心情"));
    }

    @Test
    void anOpenQuoteCostsItsOwnLineAndAllOthersAreRead() {
        Read read = Read.of("姓名,备注\n甲,好\n乙,\"没有结束\n丙,\"有\n两行\"\n丁,5\" 管\n戊,\"坏\"了\n己,好\n"
                .getBytes(StandardCharsets.UTF_8));

        assertThat(read.readings()).hasSize(6);
        assertThat(read.refusal(1).code()).isEqualTo(SubmissionRefusal.ROW_UNREADABLE);
        assertThat(read.text(2, Column.REMARK)).isEqualTo("有\n两行");
        assertThat(read.text(3, Column.REMARK)).isEqualTo("5\" 管");
        assertThat(read.refusal(4).code()).isEqualTo(SubmissionRefusal.ROW_UNREADABLE);
        assertThat(read.text(5, Column.NAME)).isEqualTo("己");
    }

    @Test
    void aBrokenSignCostsItsOwnRow() {
        byte[] file = "姓名,备注\n甲甲甲甲甲,好好好好好好好好好\n乙,?\n丙,好\n".getBytes(StandardCharsets.UTF_8);
        file[new String(file, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xFF;
        Read read = Read.of(file);

        assertThat(read.refusal(1).code()).isEqualTo(SubmissionRefusal.TEXT_BROKEN);
        assertThat(read.refusal(1).field()).isEqualTo("remark");
        assertThat(read.text(2, Column.NAME)).isEqualTo("丙");
    }

    @Test
    void aLineOfTwentyMegabytesIsPassedOverInBoundedMemory() {
        String header = "姓名,活动名称,备注\n";
        byte[] line = new byte[20_000_000];
        java.util.Arrays.fill(line, (byte) 'x');
        byte[] file = java.nio.ByteBuffer.allocate(line.length + 200)
                .put(header.getBytes(StandardCharsets.UTF_8))
                .put(line)
                .put("\n乙,巡河,\n".getBytes(StandardCharsets.UTF_8))
                .array();
        Read read = Read.of(java.util.Arrays.copyOf(
                file, line.length + header.getBytes(StandardCharsets.UTF_8).length + 13));

        assertThat(read.refusal(0).code()).isEqualTo(SubmissionRefusal.RECORD_TOO_LONG);
        assertThat(read.text(1, Column.NAME)).isEqualTo("乙");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[{\"name\":\"甲\",\"activity\":{\"name\":\"巡河\"}},{\"name\":\"乙\"}]",
        "{\"code\":0,\"data\":{\"rows\":[{\"name\":\"甲\",\"activity\":{\"name\":\"巡河\"}},\n"
                + "{\"name\":\"乙\"}],\"maxid\":7}}",
        "{\n \"name\": \"甲\",\n \"activity\": {\"name\": \"巡河\", \"tags\": [1, 2]}\n}\n{\n \"name\": \"乙\"\n}\n"
    })
    void readsListsAndDocumentsOfRecords(String json) {
        Read read = Read.of(json.getBytes(StandardCharsets.UTF_8));

        assertThat(read.readings()).hasSize(2);
        assertThat(read.text(0, Column.ACTIVITY_NAME)).isEqualTo("巡河");
        assertThat(read.text(1, Column.NAME)).isEqualTo("乙");
        assertThat(read.format()).startsWith("json");
    }

    private static final String FEED = """
            {"department": [{"code": "D1", "name": "青禾站", "parentCode": "D0", "admin": ["甲"]}],
             "volunteer": [{"vcode": "3307990007000001", "name": "甲", "idcardtype": 1, "idcard": "330799197901200148"}],
             "duration": [{"name": "甲", "idcard": "330799197901200148", "activity": "巡河", "address": "江边",
                           "value": 0.99, "signInTime": "2026-03-05 09:00:30", "signOutTime": "2026-03-05 10:00:10"}],
             "hisduration": [{"name": "甲", "idcard": "330799197901200148", "activity": "植树", "address": "山上",
                              "value": "2.5", "signInTime": "2025-03-12 00:00:00"}], "maxid": 17}
            """;

    @Test
    void readsTheFeedOfAnotherPlatform() {
        Read read = Read.of(FEED.getBytes(StandardCharsets.UTF_8));

        assertThat(read.readings()).hasSize(4);
        assertThat(read.refusal(0).code()).isEqualTo(SubmissionRefusal.RECORD_OF_OTHER_KIND);
        assertThat(read.refusal(1).code()).isEqualTo(SubmissionRefusal.RECORD_OF_OTHER_KIND);
        assertThat(read.text(2, Column.EVIDENCE)).isEqualTo(EvidenceGrade.SYSTEM_TIMED.name());
        assertThat(read.text(2, Column.HOURS)).as("agrees to the second, so our minutes may differ").isEmpty();
        assertThat(read.text(2, Column.PLACE)).isEqualTo("江边");
        assertThat(read.text(3, Column.EVIDENCE)).isEqualTo(EvidenceGrade.HISTORICAL.name());
        assertThat(read.text(3, Column.SERVED_ON)).isEqualTo("2025-03-12");
        assertThat(read.text(3, Column.HOURS)).isEqualTo("2.5");
        assertThat(read.row(3).has(Column.SERVED_FROM)).isFalse();
    }

    @Test
    void theVolunteersOfAFeedAreReadAtTheirDoor() {
        Read read = Read.of(FEED.getBytes(StandardCharsets.UTF_8), FeedPart.VOLUNTEERS);

        assertThat(read.text(1, Column.VOLUNTEER_NUMBER)).isEqualTo("3307990007000001");
        assertThat(read.row(1).has(Column.DOCUMENT_TYPE)).isFalse();
        assertThat(read.refusal(2).code()).isEqualTo(SubmissionRefusal.RECORD_OF_OTHER_KIND);
    }

    @Test
    void aDocumentThatBreaksOffAnswersWhatStoodBeforeIt() {
        Read read = Read.of("[{\"name\":\"甲\"},{\"name\":".getBytes(StandardCharsets.UTF_8));
        assertThat(read.text(0, Column.NAME)).isEqualTo("甲");
        assertThat(read.refusal(1).code()).isEqualTo(SubmissionRefusal.ROW_UNREADABLE);
        assertThatThrownBy(() -> Read.of("[}".getBytes(StandardCharsets.UTF_8))).isInstanceOfSatisfying(
                RefusedException.class, e -> assertThat(e.refusal().code()).isEqualTo(SubmissionRefusal.JSON_BROKEN));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "=1+1,'=1+1", "-1,-1", "-1+2,'-1+2", "+86,+86", "@x,'@x", "甲,甲", "＝1,'＝1"
    })
    void exportedTextIsNoFormula(String text, String exported) {
        assertThat(ExportedText.of(text)).isEqualTo(exported);
    }
}
