package ledger.domain.rulebook;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ledger.domain.account.Tier;
import ledger.domain.rulebook.Rounding.Per;
import ledger.domain.rulebook.Rounding.Policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rulebooks are documents: what the shipped ones say, and how a mistake in one is shown. */
class RulebookDocumentsTest {

    private static final String TEXT = """
            id: some-city
            version: "1"
            effectiveFrom: 2026-01-01
            title: {zh: 某市, en: Some city}
            dailyLimit: {automaticMinutes: 480, parentMinutes: 720, above: authority}
            notice: {workingDays: 3}
            deadline:
              workingDays: 10
              late: flag
              hardStopMonths: off
            rounding: {policy: half-hour-bands, per: session}
            ages:
              hoursFrom: 3
              guardianConsentUnder: 18
              dangerous: {from: 18, categories: [应急救援], words: [抢险]}
            excludedKinds: {words: [观影], except: [参观影], decides: parent}
            training: {categories: [培训], words: [参训]}
            attendance: {minimumSharePercent: 60, signPairsPerDay: 3, plannedLength: on}
            needs:
              - {categories: [卫生健康], qualifications: [training-health]}
            objections: {answerWorkingDays: 5, decideWorkingDays: 10, afterDismissal: restart}
            complaints: {answerWorkingDays: 7}
            selfClaimBar: {years: 1, furtherHours: 100, barred: refuse}
            creditGrades: [SYSTEM_TIMED]
            """;

    @Test
    void everyTableIsRead() {
        Rulebook read = Rulebooks.parse("some-city.yaml", TEXT);
        assertThat(read.edition()).isEqualTo("some-city/1");
        assertThat(read.dailyLimit()).isEqualTo(new DailyLimit(480, 720, DailyLimit.Above.AUTHORITY));
        assertThat(read.deadline()).isEqualTo(new Deadline(10, 0, Deadline.Late.FLAG, 0));
        assertThat(read.rounding()).isEqualTo(new Rounding(Policy.HALF_HOUR_BANDS, Per.SESSION));
        assertThat(read.ages().hoursFrom()).isEqualTo(3);
        assertThat(read.ages().dangerous().namedBy("应急救援", "演练")).contains("应急救援");
        assertThat(read.excludedKinds().decides()).isEqualTo(Tier.PARENT);
        assertThat(read.training().hasCategory("培训")).isTrue();
        assertThat(read.attendance()).isEqualTo(new Attendance(60, 3, true));
        assertThat(read.needs()).hasSize(1);
        assertThat(read.objections())
                .isEqualTo(new Objections(new AnswerTimes(5, 10), Objections.AfterDismissal.RESTART));
        assertThat(read.complaints()).isEqualTo(new AnswerTimes(7, 7));
        assertThat(read.selfClaimBar()).isEqualTo(new SelfClaimBar(1, 6_000, SelfClaimBar.Barred.REFUSE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "id: some-city           | identity: some-city         | line 1, column 1: identity: is not known",
        "version: \"1\"          | version: \"\"               | line 2, column 1: version: nothing is written",
        "version: \"1\"          | version: one/two            | line 2, column 1: version: letters",
        "2026-01-01              | 2026-02-30                  | line 3, column 1: effectiveFrom: a day",
        "en: Some city           | fr: Ville                   | line 4, column 17: title.fr: is not known",
        "automaticMinutes: 480   | automaticMinutes: 0         | line 5, column 14: dailyLimit.automaticMinutes: a",
        "parentMinutes: 720      | parentMinutes: 479          | dailyLimit.parentMinutes: a whole number from 480",
        "parentMinutes: 720, abo | abo                         | line 5, column 1: dailyLimit: lacks parentMinutes",
        "above: authority        | above: reject               | one of [AUTHORITY, REFUSE] is wanted, not reject",
        "{workingDays: 3}        | {workingDays: three}        | line 6, column 10: notice.workingDays: a whole number",
        "{workingDays: 3}        | {workingDays: 3.5}          | notice.workingDays: a whole number",
        "notice: {workingDays: 3} | notice: [3]                | line 6, column 1: notice: keys with values",
        "  workingDays: 10       | 'workingDays: 10\n  months: 3' | line 7, column 1: deadline: either",
        "late: flag              | late: never                 | line 9, column 3: deadline.late: one of [FLAG, HOLD]",
        "hardStopMonths: off     | hardStopMonths: 121         | line 10, column 3: deadline.hardStopMonths: a whole",
        "half-hour-bands         | quarter                     | line 11, column 12: rounding.policy: one of",
        "per: session            | per: day                    | rounding.per: one of [SESSION, TOTAL]",
        "hoursFrom: 3            | hoursFrom: 101              | line 13, column 3: ages.hoursFrom",
        "decides: parent         | decides: boss               | line 16, column 45: excludedKinds.decides: one of",
        "words: [参训]           | words: 参训                 | training.words: a list is wanted, not 参训",
        "plannedLength: on       | plannedLength: yes          | attendance.plannedLength: on or off is wanted",
        "furtherHours: 100       | furtherHours: some          | selfClaimBar.furtherHours: a whole number",
        "[SYSTEM_TIMED]          | [GUESSED]                   | line 24, column 16: creditGrades: one of",
        "id: some-city           | 'id: some-city\nid: other'  | line 2, column 1: id: is written twice",
        "id: some-city           | 'id: [some-city'            | some-city.yaml, line"
    })
    void aMistakeIsShownWithDocumentLineAndReason(String right, String wrong, String shown) {
        assertThat(TEXT).contains(right);
        assertThatThrownBy(() -> Rulebooks.parse("some-city.yaml", TEXT.replaceFirst(
                        java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("some-city.yaml, line ")
                .hasMessageContaining(shown);
    }

    @Test
    void anOperatorsDocumentStandsBesideTheShippedOnes() {
        Rulebooks shelf = Rulebooks.with(Map.of("some-city.yaml", TEXT));
        assertThat(shelf.inEffect("some-city", LocalDate.parse("2026-06-01")).version()).isEqualTo("1");
        assertThat(shelf.ids()).contains("default-cn", "korea", "law-only", "some-city", "zj-2018");
    }

    @Test
    void twoVersionsDoNotTakeEffectOnOneDayNorBearOneName() {
        String second = TEXT.replace("version: \"1\"", "version: \"2\"");
        assertThatThrownBy(() -> Rulebooks.with(new java.util.TreeMap<>(Map.of("a.yaml", TEXT, "b.yaml", second))))
                .hasMessage("b.yaml, line 3, column 1: effectiveFrom: another version of some-city takes effect on "
                        + "the same day");
        String twin = TEXT.replace("2026-01-01", "2026-07-01");
        assertThatThrownBy(() -> Rulebooks.with(new java.util.TreeMap<>(Map.of("a.yaml", TEXT, "b.yaml", twin))))
                .hasMessage("b.yaml, line 2, column 1: version: there is another some-city/1");
    }

    @Test
    void anUnknownRulebookIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Rulebooks.shipped().inEffect("defualt-cn", LocalDate.parse("2026-06-01")))
                .hasMessage("there is no rulebook defualt-cn; known are default-cn, korea, law-only, zj-2018");
    }

    @Test
    void theEditionBeforeKeepsItsMeaning() {
        Rulebook before = Rulebooks.shipped().edition("default-cn/2026-1");
        assertThat(before.deadline()).isEqualTo(Deadline.NONE);
        assertThat(before.ages()).isEqualTo(Ages.NONE);
        assertThat(before.excludedKinds()).isEqualTo(ExcludedKinds.NONE);
        assertThat(before.attendance()).isEqualTo(Attendance.NONE);
        assertThat(Rulebooks.shipped().inEffect("default-cn", LocalDate.parse("2025-12-31"))).isEqualTo(before);
    }

    @Test
    void theDefaultSetHasAllItsTables() {
        Rulebook now = Rulebooks.shipped().inEffect("default-cn", LocalDate.parse("2026-01-01"));
        assertThat(now.dailyLimit()).isEqualTo(new DailyLimit(480, 720, DailyLimit.Above.AUTHORITY));
        assertThat(now.noticeWorkingDays()).isEqualTo(3);
        assertThat(now.deadline()).isEqualTo(new Deadline(10, 0, Deadline.Late.FLAG, 0));
        assertThat(now.rounding().policy()).isEqualTo(Policy.EXACT);
        assertThat(now.ages().hoursFrom()).isEqualTo(3);
        assertThat(now.ages().guardianConsentUnder()).isEqualTo(18);
        assertThat(now.attendance()).isEqualTo(new Attendance(0, 0, true));
        assertThat(now.needs()).isEmpty();
        assertThat(now.objections())
                .isEqualTo(new Objections(new AnswerTimes(5, 5), Objections.AfterDismissal.RESUME));
        assertThat(now.complaints()).isEqualTo(AnswerTimes.NONE);
    }

    @Test
    void nothingIsHardWired() {
        Rulebook law = Rulebooks.shipped().edition("law-only/2021-1");
        assertThat(law.dailyLimit()).isEqualTo(DailyLimit.NONE);
        assertThat(law.noticeWorkingDays()).isZero();
        assertThat(law.deadline().workingDays()).isEqualTo(10);
        Rulebook korea = Rulebooks.shipped().edition("korea/2010-1");
        assertThat(korea.dailyLimit()).isEqualTo(new DailyLimit(480, 480, DailyLimit.Above.REFUSE));
        assertThat(korea.deadline()).isEqualTo(new Deadline(0, 3, Deadline.Late.HOLD, 0));
    }

    @Test
    void r3_halfHourBandsRepeatEachHourAndFloorsCut() {
        assertThat(Policy.HALF_HOUR_BANDS.round(15)).isZero();
        assertThat(Policy.HALF_HOUR_BANDS.round(16)).isEqualTo(30);
        assertThat(Policy.HALF_HOUR_BANDS.round(45)).isEqualTo(30);
        assertThat(Policy.HALF_HOUR_BANDS.round(46)).isEqualTo(60);
        assertThat(Policy.HALF_HOUR_BANDS.round(136)).isEqualTo(150);
        assertThat(Policy.FLOOR_HOUR.round(119)).isEqualTo(60);
        assertThat(Policy.EXACT.round(119)).isEqualTo(119);
    }

    @Test
    void aCalendarIsCheckedLikeARulebook() {
        String calendar = """
                lastKnownYear: 2027
                years:
                  2027: {holidays: [2027-01-01..2027-01-03], workedWeekends: []}
                """;
        WorkingDays newer = Rulebooks.with(Map.of("calendar-2027.yaml", calendar)).workingDays();
        assertThat(newer.lastKnownYear()).isEqualTo(2027);
        assertThat(newer.isWorkingDay(LocalDate.parse("2027-01-01"))).isFalse();
        assertThat(Rulebooks.with(Map.of("old.yaml", calendar.replace("2027", "2024"))).workingDays().lastKnownYear())
                .isEqualTo(2026);
        assertThatThrownBy(() -> Rulebooks.with(Map.of("c.yaml", calendar.replace("01-03]", "13-03]"))))
                .hasMessage("c.yaml, line 3, column 21: years.2027.holidays: a day such as 2026-01-31 is wanted, "
                        + "not 2027-13-03");
        assertThatThrownBy(() -> Rulebooks.with(Map.of("c.yaml", calendar.replace("Year: 2027", "Year: 2028"))))
                .hasMessageContaining("c.yaml, line 1, column 1: lastKnownYear: the days of 2028 are not told");
    }
}
