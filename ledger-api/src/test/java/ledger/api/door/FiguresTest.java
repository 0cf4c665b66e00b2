package ledger.api.door;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import ledger.api.door.SmallTown.Who;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/** R31: figures of a small town, with stations and grids, as the bureau and an organization ask for them. */
class FiguresTest {

    private static final String MARCH = "from=2025-03-01&to=2025-03-31";

    private static SmallTown town;

    @BeforeAll
    static void start() {
        town = new SmallTown();
        file(Who.OPERATOR, "/grids", """
                网格编码,网格名称,区县
                W-1,一网格,婺南区
                W-2,二网格,婺南区
                J-1,"=江北",江北区
                """);
        file(Who.AUTHORITY, "/stations", """
                站点编码,站点名称,场所类型,网格编码,区县,运营组织,开设日期
                Z-1,图书馆岗,社区,W-1,,ST-A,2024-01-01
                Z-2,车站岗,交通场站,,江北区,ST-B,
                Z-3,树下岗,户外驿站,J-1,,ST-B,2025-03-31
                Z-4,后来岗,户外驿站,J-1,,ST-B,
                """);
        JsonNode report = file(Who.AUTHORITY, "/rosters", """
                志愿者编号,姓名,活动名称,服务类别,服务内容,服务日期,开始时间,结束时间,服务地点,活动组织单位,活动负责人,记录人,站点编码,网格编码
                3307990007000001,陈梅桐,读书会,文化艺术,陪读,2025-03-01,09:00,10:00,馆内,ST-A,李四,王五,Z-1,
                3307990007000001,陈梅桐,读书会,文化艺术,陪读,2025-03-02,09:00,10:00,馆内,ST-A,李四,王五,Z-1,
                3307990007000003,孙哲,引导,交通引导,引导,2025-03-03,09:00,11:00,站前,ST-B,李四,王五,Z-2,
                3307990007000003,孙哲,巡河,环境保护,巡河,2025-03-04,09:00,10:30,河边,ST-B,李四,王五,,J-1
                3307990007000003,孙哲,巡河,环境保护,巡河,2025-03-05,09:00,10:30,河边,ST-B,李四,王五,,
                3307990007000001,陈梅桐,读书会,文化艺术,陪读,2025-03-06,09:00,10:00,馆内,ST-A,李四,王五,Z-9,
                3307990007000001,陈梅桐,读书会,文化艺术,陪读,2025-03-07,09:00,10:00,馆内,ST-A,李四,王五,,W-9
                """);
        assertThat(report.path("accepted").asInt()).as("no good row is lost: %s", report).isEqualTo(5);
        assertThat(report.path("verdicts").valueStream().map(row -> row.path("code").asString(""))
                        .filter(code -> !code.isEmpty()))
                .containsExactly("station-unknown", "grid-unknown");
        town.post(Who.OPERATOR, "/rounds", "application/json",
                "{\"asOf\": \"" + LocalDate.now().plusDays(90) + "\"}");
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void f6_4_theActivityRateIsToldWithItsFormulaAndBothItsNumbers() {
        JsonNode answer = get(Who.AUTHORITY, "/figures?" + MARCH + "&by=district&persons=true");
        assertThat(figure(answer, "registered").path("value").asLong()).isEqualTo(4);
        assertThat(figure(answer, "active").path("value").asLong()).isEqualTo(2);
        JsonNode rate = figure(answer, "activity-rate");
        assertThat(rate.path("percent").asString()).isEqualTo("50.00");
        assertThat(rate.path("formula").path("zh").asString()).contains("÷");
        assertThat(rate.path("formula").path("en").asString()).contains("active / registered");
        assertThat(figure(answer, "person-times").path("value").asLong()).isEqualTo(5);
        assertThat(figure(answer, "minutes").path("value").asLong()).isEqualTo(420);
        assertThat(answer.path("rows").valueStream().map(row -> row.path("key").asString() + " "
                        + row.path("personTimes").asLong() + " " + row.path("persons").asLong() + " "
                        + row.path("minutes").asLong()))
                .containsExactly(" 1 1 90", "婺南区 2 1 120", "江北区 2 1 210");
        assertThat(get(Who.AUTHORITY, "/figures?" + MARCH + "&grades=SYSTEM_TIMED").path("figures").valueStream()
                        .filter(one -> one.path("name").asString().equals("activity-rate"))
                        .map(one -> one.path("percent").asString()))
                .containsExactly("0.00");
    }

    @Test
    void theEntriesBehindARowHaveItsCountAndItsSum() {
        for (String by : List.of(
                "organization", "category", "evidence", "station", "grid", "district", "year", "month", "day")) {
            JsonNode answer = get(Who.AUDITOR, "/figures?" + MARCH + "&by=" + by);
            assertThat(answer.path("rows")).as(by).isNotEmpty().allSatisfy(row -> {
                JsonNode behind = get(Who.AUDITOR, row.path("entries").asString().substring("/api/v1".length()));
                assertThat(behind.path("personTimes").asLong()).isEqualTo(row.path("personTimes").asLong());
                assertThat(behind.path("minutes").asLong()).isEqualTo(row.path("minutes").asLong());
                assertThat(behind.path("entries")).hasSize((int) row.path("personTimes").asLong());
                assertThat(behind.path("asOf").asLong()).isEqualTo(answer.path("asOf").asLong());
            });
        }
        JsonNode first = get(Who.AUDITOR, "/figures/entries?" + MARCH + "&limit=3");
        JsonNode rest = get(Who.AUDITOR, first.path("next").asString().substring("/api/v1".length()));
        assertThat(first.path("entries").size() + rest.path("entries").size()).isEqualTo(5);
    }

    @Test
    void f6_5_coverageSaysWhatHadServiceAndWhatHadNone() {
        JsonNode answer = get(Who.OPERATOR, "/figures/coverage?" + MARCH);
        JsonNode grids = answer.path("grids");
        assertThat(grids.path("all").asInt()).isEqualTo(3);
        assertThat(grids.path("served").asInt()).isEqualTo(2);
        assertThat(grids.path("percent").asString()).isEqualTo("66.67");
        assertThat(grids.path("places").valueStream().map(place -> place.path("code").asString()))
                .containsExactly("W-2");
        JsonNode stations = answer.path("stations");
        assertThat(stations.path("all").asInt()).as("open then, or with service").isEqualTo(3);
        assertThat(stations.path("places").valueStream().map(place -> place.path("code").asString()))
                .containsExactly("Z-3");
        assertThat(get(Who.OPERATOR, "/figures/coverage?from=2025-04-01&district=" + encoded("婺南区")).path("grids")
                        .path("unserved").asInt())
                .isEqualTo(2);
    }

    @Test
    void aRankingNamesItsMeasureAndEqualsShareARank() {
        assertThat(town.get(Who.AUDITOR, "/figures/ranking?of=organization").statusCode()).isEqualTo(400);
        assertThat(ranks("/figures/ranking?of=grid&measure=persons&" + MARCH)).containsExactly("1 J-1", "1 W-1");
        assertThat(ranks("/figures/ranking?of=organization&measure=minutes&ranks=1&" + MARCH))
                .containsExactly("1 ST-B");
        assertThat(ranks("/figures/ranking?of=category&measure=person-times&" + MARCH))
                .containsExactly("1 文化艺术", "1 环境保护", "3 交通引导");
    }

    @Test
    void anOrganizationIsToldOfWhatItRecordedAndOfNobodyElse() {
        assertThat(figure(get(Who.MANAGER, "/figures?" + MARCH), "person-times").path("value").asLong()).isEqualTo(2);
        assertThat(get(Who.MANAGER, "/figures?" + MARCH).path("figures").findValuesAsString("name"))
                .doesNotContain("registered", "activity-rate");
        JsonNode people = get(Who.MANAGER, "/figures/ranking?of=volunteer&measure=minutes&" + MARCH);
        assertThat(people.path("rows")).hasSize(1).allSatisfy(
                row -> assertThat(row.path("key").asString()).startsWith("volunteer-"));
        assertThat(town.get(Who.MANAGER, "/figures?organization=ST-B").statusCode()).isEqualTo(404);
        assertThat(get(Who.AUDITOR, "/figures/ranking?of=volunteer&measure=minutes&" + MARCH).path("rows"))
                .hasSize(2);
    }

    @Test
    void aTableHasHeadingsInBothLanguagesAndNoFormulas() {
        HttpResponse<String> table = town.get(Who.AUTHORITY, "/figures/coverage?format=csv&" + MARCH);
        assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(table.body()).startsWith("\uFEFF种类 kind,编码 code,名称 name,区县 district");
        assertThat(table.body().lines()).hasSize(1 + 3 + 3);
        assertThat(table.body()).contains(",'=江北,").doesNotContain(",=江北");
        assertThat(town.get(Who.AUTHORITY, "/figures?format=csv&by=month&" + MARCH).body())
                .contains("minutes,2025-03,,420,7.00,2025-03-01,2025-03-31,全部 all,全市 city,");
        assertThat(town.get(Who.AUTHORITY, "/figures/ranking?format=csv&of=station&measure=minutes&" + MARCH).body())
                .contains("\n1,Z-1,图书馆岗,120,2.00,", "\n1,Z-2,车站岗,120,2.00,");
    }

    @Test
    void whatIsAskedWronglyIsNamed() {
        for (String wrong : List.of(
                "figures?by=volunteer by", "figures?by=colour by", "figures?grades=GOLD grades",
                "figures?grid=X-1 grid", "figures?colour=red colour", "figures?from=2025-03-31&to=2025-03-01 to",
                "figures?format=xml format",
                "figures/ranking?of=grid&measure=joy measure", "figures/entries?limit=0 limit")) {
            String[] asked = wrong.split(" ");
            HttpResponse<String> answer = town.get(Who.AUDITOR, "/" + asked[0]);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(LedgerJson.read(answer.body(), JsonNode.class).path("field").asString()).isEqualTo(asked[1]);
        }
    }

    @Test
    void aCorrectionMovesASessionToAnotherStationAndTheEarlierFigureStaysAskable() {
        JsonNode before = get(Who.AUDITOR, "/figures?from=2025-03-05&to=2025-03-05&by=station");
        String entry = get(Who.AUDITOR, "/figures/entries?from=2025-03-05&to=2025-03-05").path("entries").get(0)
                .path("entryId").asString();
        String correction = "/entries/" + entry + "/correction";
        assertThat(town.post(Who.AUTHORITY, correction, "application/json",
                        "{\"reason\": \"核对\", \"stationCode\": \"Z-8\"}").body())
                .contains("station-unknown");
        assertThat(town.post(Who.AUTHORITY, correction, "application/json",
                        "{\"reason\": \"核对\", \"stationCode\": \"Z-2\"}").statusCode())
                .isEqualTo(200);
        assertThat(get(Who.AUDITOR, "/figures?from=2025-03-05&to=2025-03-05&by=station").path("rows").get(0)
                        .path("key").asString())
                .isEqualTo("Z-2");
        assertThat(get(Who.AUDITOR, "/figures?from=2025-03-05&to=2025-03-05&by=station&asOf="
                        + before.path("asOf").asLong()).path("rows"))
                .isEqualTo(before.path("rows"));
        assertThat(town.post(Who.AUTHORITY, correction, "application/json",
                        "{\"reason\": \"核对\", \"stationCode\": \"\"}").statusCode())
                .isEqualTo(200);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode figure(JsonNode answer, String name) {
        return answer.path("figures").valueStream().filter(one -> one.path("name").asString().equals(name))
                .findFirst().orElseThrow();
    }

    private static List<String> ranks(String path) {
        return get(Who.AUDITOR, path).path("rows").valueStream()
                .map(row -> row.path("rank").asLong() + " " + row.path("key").asString()).toList();
    }

    private static JsonNode get(Who who, String path) {
        HttpResponse<String> answer = town.get(who, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return LedgerJson.read(answer.body(), JsonNode.class);
    }

    private static JsonNode file(Who who, String path, String text) {
        HttpResponse<String> answer = town.post(who, path, "text/csv", text);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return LedgerJson.read(answer.body(), JsonNode.class);
    }
}
