package ledger.api.door;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import ledger.api.door.SmallTown.Who;
import ledger.api.intake.RosterTemplate;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bad files, rows and requests, each with the answer that it gets. None of them is ever an error of ours, and after
 * each a good row is taken as if nothing had happened.
 */
class CorpusTest {

    /** A good row; what the corpus changes in it makes it a bad one. */
    static final Map<String, String> GOOD = good();

    private static final int AT_LEAST = 200;

    private static SmallTown town;
    private static int sent;

    @BeforeAll
    static void start() {
        town = new SmallTown();
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    private static Map<String, String> good() {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("志愿者编号", SmallTown.FIRST);
        row.put("姓名", "陈梅桐");
        row.put("证件类型", "居民身份证");
        row.put("证件号码", "330799197901200148");
        row.put("活动名称", "便民服务");
        row.put("服务日期", "2024-06-01");
        row.put("开始时间", "09:00");
        row.put("结束时间", "10:00");
        row.put("休息(分钟)", "0");
        row.put("服务时长(小时)", "1");
        row.put("服务地点", "青禾社区广场");
        row.put("服务内容", "便民");
        row.put("服务类别", "社区服务");
        row.put("活动组织单位", SmallTown.STATION);
        row.put("活动负责人", "负责人07");
        row.put("记录人", "记录员07");
        row.put("证据等级", "");
        row.put("主办单位", "");
        row.put("来源系统", "corpus");
        row.put("来源编号", "BAD");
        row.put("备注", "");
        return row;
    }

    private static List<JsonNode> cases(String name) {
        try (InputStream in = CorpusTest.class.getResourceAsStream("/corpus/" + name + ".yaml")) {
            return new YAMLMapper().readTree(in).valueStream().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theCorpusIsLargeAndEachOfItsNamesIsItsOwn() {
        Map<String, Long> kinds = new TreeMap<>(cases("files").stream()
                .collect(Collectors.groupingBy(one -> "file, " + one.path("kind").asString(), Collectors.counting())));
        kinds.put("row", (long) cases("rows").size());
        kinds.put("request", (long) cases("requests").size());
        long all = kinds.values().stream().mapToLong(Long::longValue).sum();
        System.out.println("corpus: " + all + " " + kinds);
        assertThat(all).isGreaterThanOrEqualTo(AT_LEAST);
        for (String list : new String[] {"files", "rows", "requests"}) {
            assertThat(cases(list)).extracting(one -> one.path("kind") + one.path("name").asString())
                    .doesNotHaveDuplicates();
        }
    }

    @TestFactory
    Stream<DynamicTest> badFiles() {
        return cases("files").stream().map(bad -> DynamicTest.dynamicTest(bad.path("name").asString(), () -> {
            HttpResponse<String> answer = town.fileInLines(who(bad), "/rosters", CorpusFiles.make(bad));
            if (bad.has("row")) {
                assertRowRefused(answer, bad, bad.path("row").asInt());
            } else {
                assertProblem(answer, bad);
            }
            assertAGoodRowIsTaken();
        }));
    }

    @TestFactory
    Stream<DynamicTest> badRows() {
        return cases("rows").stream().flatMap(bad -> Stream.of("csv", "xlsx")
                .filter(format -> bad.path("formats").asString(format).equals(format))
                .map(format -> DynamicTest.dynamicTest(format + ": " + bad.path("name").asString(), () -> {
                    List<Map<String, String>> rows = List.of(next(), changed(bad), next());
                    HttpResponse<String> answer =
                            town.fileInLines(Who.RECORDER, "/rosters", format.equals("csv") ? csv(rows) : xlsx(rows));
                    assertRowRefused(answer, bad, 3);
                    JsonNode report = LedgerJson.MAPPER.readTree(answer.body().lines().toList().getLast());
                    assertThat(report.path("accepted").asInt()).as(answer.body()).isEqualTo(2);
                })));
    }

    @TestFactory
    Stream<DynamicTest> badRequests() {
        return cases("requests").stream().map(bad -> DynamicTest.dynamicTest(bad.path("name").asString(), () -> {
            String[] call = bad.path("call").asString().split(" ");
            HttpResponse<String> answer =
                    town.send(who(bad), call[0], call[1], bad.path("type").asString(null), body(bad));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(bad.path("status").asInt());
            if (!bad.path("plain").asBoolean(false)) {
                assertProblem(answer, bad);
            }
            assertAGoodRowIsTaken();
        }));
    }

    /** What the pages offer to download is taken when it comes back filled in. */
    @TestFactory
    Stream<DynamicTest> filledTemplates() {
        return Stream.of(RosterTemplate.values()).flatMap(template -> Stream.of(Locale.CHINESE, Locale.ENGLISH)
                .map(language -> DynamicTest.dynamicTest(template + " " + language, () -> {
                    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
                    template.write(out, language);
                    Map<String, String> row = next();
                    byte[] filled = CorpusWorkbooks.withRow(out.toByteArray(), template.columns().stream()
                            .map(column -> row.getOrDefault(column.label(Locale.CHINESE), ""))
                            .toList());
                    JsonNode report = SmallTown.json(town.file(Who.RECORDER, "/rosters", filled));
                    assertThat(report.path("accepted").asInt()).as("%s", report).isEqualTo(1);
                    assertThat(report.path("rows").asInt()).isEqualTo(1);
                    assertThat(report.path("notices").findValuesAsString("code")).containsExactly("example-skipped");
                })));
    }

    private static String body(JsonNode bad) {
        if (bad.has("nest")) {
            return "{\"a\":".repeat(bad.path("nest").asInt());
        }
        return bad.has("spaces") ? " ".repeat(bad.path("spaces").asInt()) + "{}" : bad.path("body").asString("");
    }

    private static Who who(JsonNode bad) {
        return Who.valueOf(bad.path("who").asString("RECORDER"));
    }

    private static void assertProblem(HttpResponse<String> answer, JsonNode bad) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 503).isNotEqualTo(500);
        JsonNode problem = LedgerJson.MAPPER.readTree(answer.body());
        assertThat(problem.path("code").asString()).isNotEqualTo("internal-error");
        assertSays(problem, problem.path("texts"), bad);
    }

    private static void assertRowRefused(HttpResponse<String> answer, JsonNode bad, int row) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode verdict = answer.body().lines()
                .map(LedgerJson.MAPPER::readTree)
                .filter(one -> one.path("row").asInt(0) == row)
                .findFirst().orElseThrow(() -> new AssertionError(answer.body()));
        assertThat(verdict.path("verdict").asString()).as("%s", verdict).isEqualTo("refused");
        assertSays(verdict, verdict, bad);
    }

    private static void assertSays(JsonNode answer, JsonNode texts, JsonNode bad) {
        List<String> codes = bad.path("codes").valueStream().map(JsonNode::asString).toList();
        if (bad.has("code") || !codes.isEmpty()) {
            assertThat(answer.path("code").asString()).as("%s", answer)
                    .isIn(codes.isEmpty() ? List.of(bad.path("code").asString()) : codes);
        }
        if (bad.has("field")) {
            assertThat(answer.path("field").asString()).as("%s", answer).isEqualTo(bad.path("field").asString());
        }
        for (String language : new String[] {"zh", "en"}) {
            assertThat(texts.path(language).path("title").asString("")).as("%s", answer)
                    .isNotBlank().doesNotContain("{");
            assertThat(texts.path(language).path("advice").asString("")).isNotBlank();
        }
    }

    private static void assertAGoodRowIsTaken() {
        JsonNode report = SmallTown.json(town.file(Who.RECORDER, "/rosters", csv(List.of(next()))));
        assertThat(report.path("accepted").asInt()).as("%s", report).isEqualTo(1);
    }

    private static Map<String, String> next() {
        Map<String, String> row = new LinkedHashMap<>(GOOD);
        row.put("来源编号", "GOOD-" + sent);
        row.put("服务日期", LocalDate.of(2021, 1, 1).plusDays(sent++).toString());
        return row;
    }

    private static Map<String, String> changed(JsonNode bad) {
        Map<String, String> row = new LinkedHashMap<>(GOOD);
        bad.path("set").properties().forEach(cell -> put(row, cell.getKey(), cell.getValue().asString()));
        bad.path("repeat").properties().forEach(cell -> put(row, cell.getKey(), "8".repeat(cell.getValue().asInt())));
        return row;
    }

    private static void put(Map<String, String> row, String column, String text) {
        assertThat(row).containsKey(column);
        row.put(column, text);
    }

    private static byte[] csv(List<Map<String, String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", GOOD.keySet()));
        rows.forEach(row -> lines.add(row.values().stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","))));
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(List<Map<String, String>> rows) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Sheet1");
            List<List<String>> lines = new ArrayList<>(List.of(List.copyOf(GOOD.keySet())));
            rows.forEach(row -> lines.add(List.copyOf(row.values())));
            for (int i = 0; i < lines.size(); i++) {
                for (int j = 0; j < lines.get(i).size(); j++) {
                    sheet.inlineString(i, j, lines.get(i).get(j));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
