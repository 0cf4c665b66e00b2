package ledger.api.intake;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import ledger.domain.account.HourAccountRefusal;
import ledger.domain.account.TypedTime;
import ledger.domain.submission.SubmissionRefusal;

import static org.assertj.core.api.Assertions.assertThat;

/** What a row says of its time, before anything is judged. */
class SessionDraftTest {

    private static final String HEADER = "志愿者编号,活动组织单位,服务日期,开始时间,结束时间,休息(分钟),用餐（分钟）,往返(分钟),服务时长(小时)\n";

    @Test
    void r2_restMealsAndTheWayAreTakenOff() {
        var time = ((TypedTime.Reading.Read) read("9:00,12:00,10,30,20,2")).time();
        assertThat(time.minutes()).isEqualTo(120);
        assertThat(time.breakMinutes()).isEqualTo(60);
    }

    @Test
    void r2_whatIsLeftEmptyTakesNothingOff() {
        assertThat(((TypedTime.Reading.Read) read("9:00,12:00,,,,3")).time().minutes()).isEqualTo(180);
    }

    @Test
    void r2_statedHoursAgreeWithWhatIsLeft() {
        var refused = (TypedTime.Reading.Refused) read("9:00,12:00,10,30,20,3");
        assertThat(refused.refusal().code()).isEqualTo(HourAccountRefusal.HOURS_DISAGREE);
    }

    @Test
    void r2_aColumnThatIsNoNumberIsNamed() {
        var refused = (TypedTime.Reading.Refused) read("9:00,12:00,,半小时,,");
        assertThat(refused.refusal().code()).isEqualTo(SubmissionRefusal.NUMBER_INVALID);
        assertThat(refused.refusal().field()).isEqualTo("mealMinutes");
    }

    private static TypedTime.Reading read(String cells) {
        byte[] file = (HEADER + "3307990007000001,ST-A,2026-03-07," + cells + "\n").getBytes(StandardCharsets.UTF_8);
        try (ReceivedFile received = ReceivedFile.spool(new ByteArrayInputStream(file), "test");
                Rows rows = Rows.of(received)) {
            Row row = ((Rows.Reading.Read) rows.next()).row();
            var draft = ((SessionDraft.Reading.Read) SessionDraft.read(row)).draft();
            return draft.time(ZoneId.of("Asia/Shanghai"));
        }
    }
}
