package ledger.domain.recognition;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Schemes are documents, and each mistake in one is shown with its place, field and reason, in both languages. */
class SchemeDocumentsTest {

    private static final String STARS_DIGEST =
            "fec5cf44a102df3b129aca457dd0ebbeaaf7abcbb0c7da806d4f95d221fd85c9";
    private static final String PVSA_DIGEST =
            "8247a19ff858182bb695a133a4072b10e03b1fc684114574d03ad491fcf73bbe";
    private static final String SAMPLE_DIGEST =
            "b0c366c45dd5d0a7cbe3cc02036700c938300980fec9ef41b09a235eef61fb2b";

    private static final String TEXT = """
            id: some-award
            version: "1"
            effectiveFrom: 2026-01-01
            title: {zh: 某奖, en: Some award}
            confidence: invented
            source: some body, 2026
            window: {kind: twelve-months, startsOn: 03-01}
            age: {on: 12-31, countFromYears: 13, countFromMonths: 6, countBeforeYears: 30}
            grades: [SYSTEM_TIMED, STAFF_SCANNED]
            excludedCategories: [社区服务, donation]
            excludeLate: true
            caps: {minutesPerDay: 480}
            sequential: true
            noticeWorkingDays: 5
            falseHoursBarYears: [1, 3]
            approver: county
            bands:
              - fromAge: 13
                toAge: 17
                levels:
                  - {id: one, hours: 10, title: {zh: 一, en: One}}
                  - {id: two, minutes: 630, distinctMonths: 3, approver: city, title: {zh: 二, en: Two}}
              - subject: team
                levels:
                  - {id: one, years: {count: 2, hours: 50, consecutive: true}, title: {zh: 一, en: One}}
            """;

    @Test
    void everyFieldIsRead() {
        Scheme read = Schemes.parse(TEXT);
        assertThat(read.edition()).isEqualTo("some-award/1");
        assertThat(read.age()).isEqualTo(new AgeRule(
                AgeRule.Date.DAY_OF_YEAR, java.time.MonthDay.of(12, 31), 13 * 12 + 6, 30));
        assertThat(read.grades()).hasSize(2);
        assertThat(read.excludedCategories()).contains("社区服务", "community", "捐赠", "donation");
        assertThat(read.caps()).isEqualTo(new Caps(0, 480, 0));
        assertThat(read.sequential()).isTrue();
        assertThat(read.repeat()).isEqualTo(Repeat.YEARLY);
        assertThat(read.noticeWorkingDays()).isEqualTo(5);
        assertThat(read.falseHours()).isEqualTo(new Sanction(1, 3));
        Scheme.Level two = read.bands().getFirst().levels().getLast();
        assertThat(two.minutes()).isEqualTo(630);
        assertThat(two.also()).containsExactly(new Demand(Measure.DISTINCT_MONTHS, 3));
        assertThat(two.approver()).isEqualTo(Approver.CITY);
        assertThat(read.bands().getFirst().levels().getFirst().approver()).isEqualTo(Approver.COUNTY);
        assertThat(read.bands().getLast().levels().getFirst().also())
                .containsExactly(new Demand(Measure.CONSECUTIVE_YEARS, 2, 3000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "id: some-award     | identity: some-award | 1:1: identity: 没有这个字段",
        "version: \"1\"     | 'version: '          | 2:1: version: 此处没有内容 / nothing is written here",
        "2026-01-01         | 2026-02-30           | 3:1: effectiveFrom: 应为日期",
        "en: Some award     | fr: Prix             | 4:17: title.fr: 没有这个字段",
        "en: Some award     | fr: Prix             | 4:1: title: 缺少 en / lacks en",
        "invented           | certain              | 5:1: confidence: 应为",
        ", startsOn: 03-01  | ''                   | 7:1: window: 缺少 startsOn / lacks startsOn",
        "03-01              | 13-01                | window.startsOn: 应为月日，如 03-01，而不是 13-01",
        "twelve-months      | lifetime             | 7:26: window.startsOn: 与这种统计期间不符",
        "twelve-months      | decade               | window.kind: 没有“decade”这种统计期间",
        "on: 12-31          | on: birthday         | 8:7: age.on: 应为",
        "STAFF_SCANNED      | SEEN                 | 9:24: grades: 应为",
        "donation           | knitting             | 10:28: excludedCategories: 没有“knitting”这个服务类别",
        "donation           | knitting             | there is no category knitting; known codes are care, civility",
        "excludeLate: true  | excludeLate: maybe   | 11:1: excludeLate: 应为 true 或 false",
        "480                | 1441                 | 12:8: caps.minutesPerDay: 应为 1 到 1440 的整数",
        "[1, 3]             | [3, 1]               | falseHoursBarYears: 应为 3 到 50 的整数",
        "approver: county   | approver: king       | 16:1: approver: 应为",
        "toAge: 17          | toAge: 12            | bands.toAge: 应为 13 到 120 的整数",
        "hours: 10          | hours: 10.5          | 21:19: bands.levels.hours: 时长不用小数：10.5",
        "hours: 10          | hours: 10.5          | for part of an hour write whole minutes under minutes",
        "hours: 10          | hours: ten           | bands.levels.hours: 应为 1 到 1000000 的整数，而不是 ten",
        "hours: 10          | hours: [10]          | bands.levels.hours: 应为单个值，而不是列表",
        "hours: 10          | hours: 10, governmentHonours: 1.5 | bands.levels.governmentHonours: 应为 1 到 1000 的整数",
        "hours: 10          | hours: 10, noOpenComplaint: maybe | bands.levels.noOpenComplaint: 应为 true 或 false",
        "minutes: 630       | minutes: 599         | 22:9: bands.levels: two 与前一级 one 重叠",
        "minutes: 630, dist | hours: 1, minutes: 630, dist | either hours or minutes is wanted",
        "id: two            | id: one              | bands.levels.id: 本段已有此等级",
        "hours: 10, ti      | ti                   | 21:9: bands.levels: 没有写任何条件",
        "subject: team      | toAge: 13            | 23:5: bands: 与前面的分段 13-17 重叠",
        "count: 2, ho       | ho                   | bands.levels.years: 缺少 count / lacks count",
        "sequential: true   | repeat: each-cycle   | repeat: 与统计期间 twelve-months 不符",
        "id: some-award     | 'id: a\nid: b'       | 2:1: id: 写了两遍 / is written twice",
        "id: some-award     | id: [some-award      | 不是合法的 YAML"
    })
    void aMistakeIsShownWithItsPlaceAndReason(String right, String wrong, String shown) {
        assertThat(TEXT).contains(right);
        String text = TEXT.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong == null ? "" : wrong));
        assertThatThrownBy(() -> Schemes.parse(text))
                .isInstanceOf(SchemeMistakes.class)
                .hasMessageContaining(shown)
                .hasMessageStartingWith("scheme.yaml:");
    }

    @Test
    void allMistakesOfADocumentAreShownAtOnceInTheOrderOfTheirLines() {
        String text = TEXT.replace("2026-01-01", "soon").replace("donation", "knitting")
                .replace("hours: 10", "hours: 9.5")
                .replace("confidence: invented\n", "").replace("distinctMonths", "months");
        SchemeMistakes found = catchThrowableOfType(SchemeMistakes.class, () -> Schemes.parse(text));
        assertThat(found.mistakes()).extracting(one -> one.line() + " " + one.field()).containsExactly(
                "1 ", "3 effectiveFrom", "9 excludedCategories", "20 bands.levels.hours", "21 bands.levels.months");
        assertThat(found.mistakes()).allSatisfy(one -> {
            assertThat(one.zh()).isNotBlank();
            assertThat(one.en()).isNotBlank();
        });
    }

    @Test
    void versionsOfASchemeDoNotOverlap() {
        String second = TEXT.replace("version: \"1\"", "version: \"2\"");
        assertClash(TEXT, second, "b.yaml:3:1: effectiveFrom: 生效日期与 some-award/1 重叠");
        assertClash(TEXT, TEXT.replace("2026-01-01", "2027-01-01"), "b.yaml:2:1: version: 已有 some-award/1");
        String ended = TEXT.replace("2026-01-01", "2026-01-01\neffectiveTo: 2027-01-01");
        String later = second.replace("2026-01-01", "2027-01-01");
        assertClash(ended, later, "b.yaml:3:1: effectiveFrom: 生效日期与 some-award/1 重叠");
        assertThat(Schemes.with(Map.of("a.yaml", ended.replace("2027-", "2026-"), "b.yaml", later)).all())
                .extracting(Scheme::edition).contains("some-award/1", "some-award/2");
    }

    private static void assertClash(String first, String second, String shown) {
        assertThatThrownBy(() -> Schemes.with(new TreeMap<>(Map.of("a.yaml", first, "b.yaml", second))))
                .hasMessageContaining(shown);
    }

    @Test
    void anOperatorMayNameCategoriesOfTheirOwn() {
        String text = TEXT.replace("donation", "编织") + "ownCategories: [{code: knitting, zh: 编织, en: Knitting}]\n";
        assertThat(Schemes.parse(text).excludedCategories()).contains("knitting", "编织", "Knitting");
        assertThatThrownBy(() -> Schemes.parse(text.replace("en: Knitting", "fr: Tricot")))
                .hasMessageContaining("ownCategories.fr: 没有这个字段");
    }

    @Test
    void whatWasPublishedKeepsItsDigest() {
        assertThat(Schemes.shipped().find("cn-cyl-star", "2013-11").orElseThrow().digest()).isEqualTo(STARS_DIGEST);
        assertThat(Schemes.shipped().find("us-pvsa", "2024").orElseThrow().digest()).isEqualTo(PVSA_DIGEST);
        assertThat(Schemes.shipped().find("sample-city-annual", "2026-sample").orElseThrow().digest())
                .isEqualTo(SAMPLE_DIGEST);
    }

    @Test
    void onlySchemesWhoseTextWasReadNeedNoSignature() {
        assertThat(Schemes.shipped().all()).filteredOn(scheme -> !scheme.confidence().isUnverified())
                .extracting(Scheme::id)
                .containsExactlyInAnyOrder("cn-cyl-star", "cn-min-duty", "sample-city-annual");
        assertThat(Schemes.shipped().all()).filteredOn(scheme -> scheme.confidence().isUnverified())
                .allSatisfy(scheme -> {
                    assertThat(scheme.title().zh()).contains("示例，未核实");
                    assertThat(scheme.title().en()).contains("example, unverified");
                    assertThat(scheme.source()).doesNotContain("http", "www");
                });
    }
}
