package ledger.api.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ledger.domain.submission.SubmissionRefusal;

import static org.assertj.core.api.Assertions.assertThat;

class CellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-09", "2026/3/9", "2026.3.9", "2026年3月9日", "20260309", "２０２６－０３－０９", " 2026-3-9 ",
        "2026-03-09 00:00:00", "2026 年 3 月 9 日"})
    void readsDatesAsPeopleWriteThem(String text) {
        assertThat(Cells.date(text)).contains(LocalDate.of(2026, 3, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3月5日", "3/5", "03-05", "3.5", "3月5号"})
    void aDateWithoutAYearIsToldApart(String text) {
        assertThat(Cells.date(text)).isEmpty();
        assertThat(Cells.dateRefusal(text)).isEqualTo(SubmissionRefusal.DATE_WITHOUT_YEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "9/3/2026", "45000", "昨天", "", "2026-13-01"})
    void refusesWhatIsNoDate(String text) {
        assertThat(Cells.date(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "09:05", "9:05", "０９：０５", "9时05分", "09:05:00", "9点05分", "上午9:05", "9:05 AM", "0905", "905", "早上9点05", "9:05am"
    })
    void readsClockTimes(String text) {
        assertThat(TypedMoment.clock(text)).contains(new TypedMoment(null, LocalTime.of(9, 5), false));
    }

    @Test
    void readsTheNextDayAndMidnight() {
        for (String text : new String[] {"次日01:30", "次日 1点30分", "第二天凌晨1:30", "next day 01:30", "01:30+1"}) {
            assertThat(TypedMoment.clock(text)).as(text).contains(new TypedMoment(null, LocalTime.of(1, 30), true));
        }
        assertThat(TypedMoment.clock("24:00")).contains(new TypedMoment(null, LocalTime.MIDNIGHT, true));
    }

    @Test
    void readsTheHalvesOfTheDay() {
        assertThat(Map.of(
                        "下午2:05", "14:05", "2:05 PM", "14:05", "晚上8点半", "20:30", "中午12:10", "12:10", "凌晨0:20",
                        "00:20", "12:15 AM", "00:15", "9点", "09:00", "下午14:05", "14:05", "3点整", "03:00"))
                .allSatisfy((text, time) -> assertThat(TypedMoment.clock(text))
                        .as(text)
                        .contains(new TypedMoment(null, LocalTime.parse(time), false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "9:60", "9", "noon", "9:5", "上午14:00", "12345", "次日24:00", "9:30 AM PM", "１２：９９"})
    void refusesWhatIsNoTime(String text) {
        assertThat(TypedMoment.clock(text)).isEmpty();
    }

    @Test
    void momentsWithAnOffsetBecomeLocalTimeOfTheOrganization() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        assertThat(moment("2026-03-04T07:00:00Z", zone)).contains(LocalDateTime.of(2026, 3, 4, 15, 0));
        assertThat(moment("2026-03-04T15:00:00+08:00", zone)).contains(LocalDateTime.of(2026, 3, 4, 15, 0));
        for (String text : new String[] {
            "2026-03-04 15:00:00", "2026/3/4 15:00", "2026年3月4日 下午3点", "2026年3月4日15时00分", "20260304 1500",
            "2026.3.4 3:00 PM"
        }) {
            assertThat(moment(text, zone)).as(text).contains(LocalDateTime.of(2026, 3, 4, 15, 0));
        }
    }

    private static Optional<LocalDateTime> moment(String text, ZoneId zone) {
        return TypedMoment.read(text, zone)
                .filter(moment -> moment.day() != null)
                .map(moment -> moment.on(LocalDate.EPOCH));
    }

    @Test
    void hoursKeepTheDecimalsAsWritten() {
        assertThat(Cells.hours("1.50")).contains(new BigDecimal("1.50"));
        assertThat(Cells.hours("１．５")).contains(new BigDecimal("1.5"));
        for (String text : new String[] {"1:30", "1小时30分", "1小时30分钟", "90分钟", "90 min", "1h30m", "1 h 30 min"}) {
            assertThat(Cells.hours(text)).as(text).contains(new BigDecimal("1.500000"));
        }
        assertThat(Cells.hours("1.5小时")).contains(new BigDecimal("1.5"));
        assertThat(Cells.hours("1:60")).isEmpty();
        assertThat(Cells.hours("1E9")).isEmpty();
        assertThat(Cells.hours("NaN")).isEmpty();
        assertThat(Cells.hours("-1")).isEmpty();
    }
}
