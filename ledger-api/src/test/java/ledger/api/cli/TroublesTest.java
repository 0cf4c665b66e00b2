package ledger.api.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import ledger.api.TestLedger;
import ledger.api.intake.RegisterIntake.Layout;
import ledger.api.operation.DataDirectory;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows that each need their own answer, after the three rosters of the city: verdict, code, and the field named. */
class TroublesTest {

    /** Row, code and field; accepted rows have neither. */
    private static final Map<Integer, String> ANSWERS = Map.ofEntries(
            Map.entry(2, "field-missing name"),
            Map.entry(3, "document-number-invalid documentNumber"),
            Map.entry(4, "end-not-after-start servedTo"),
            Map.entry(5, "service-in-the-future servedTo"),
            Map.entry(6, "number-spoilt documentNumber"),
            Map.entry(7, "hours-disagree hours"),
            Map.entry(8, "field-missing personInCharge"),
            Map.entry(9, "organization-not-found organization"),
            Map.entry(10, "field-missing documentNumber"),
            Map.entry(12, "over-daily-limit-parent-decides"),
            Map.entry(13, "over-daily-limit-authority-decides"),
            Map.entry(15, "service-overlaps"),
            Map.entry(21, "kind-not-service"),
            Map.entry(22, "service-before-birth servedOn"),
            Map.entry(25, "seconds-not-allowed servedFrom"));

    @TempDir
    static Path data;

    private static TestLedger ledger;
    private static List<JsonNode> verdicts;

    @BeforeAll
    static void sendTheCityAndThenItsTroubles() {
        ledger = TestLedger.start(data);
        LedgerClient operator = new LedgerClient(
                ledger.port(), new DataDirectory(data).read(DataDirectory.OPERATOR_TOKEN).orElseThrow());
        Fixtures.loadRegisters(operator);
        for (String roster : new String[] {"roster-utf8.csv", "roster-gb18030.csv", "roster.ndjson"}) {
            Fixtures.send(operator, Layout.ROSTER, roster);
        }
        verdicts = Fixtures.roster(operator, "text/csv", Fixtures.file("roster-troubles.csv")).stream()
                .filter(line -> line.has("verdict"))
                .toList();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void everyRowGetsTheVerdictExpected() {
        Map<Integer, String> expected = new LinkedHashMap<>();
        LedgerJson.MAPPER.readTree(Fixtures.file("roster-troubles.expected.json")).forEach(row ->
                expected.put(row.path("row").asInt(), row.path("verdict").asString()));
        Map<Integer, String> found = new LinkedHashMap<>();
        verdicts.forEach(row -> found.put(row.path("row").asInt(), row.path("verdict").asString()));
        assertThat(found).isEqualTo(expected).hasSize(24);
    }

    @Test
    void everyRowNamesItsCodeAndField() {
        Map<Integer, String> found = new LinkedHashMap<>();
        verdicts.stream().filter(row -> row.hasNonNull("code")).forEach(row -> found.put(
                row.path("row").asInt(),
                (row.path("code").asString() + " " + row.path("field").asString("")).strip()));
        assertThat(found).isEqualTo(new LinkedHashMap<>(new java.util.TreeMap<>(ANSWERS)));
    }

    @Test
    void everyRefusedOrHeldRowIsExplainedInBothLanguagesWithEveryValueFilledIn() {
        verdicts.stream().filter(row -> row.hasNonNull("code")).forEach(row -> {
            for (String language : new String[] {"zh", "en"}) {
                JsonNode text = row.path(language);
                assertThat(text.path("title").asString("")).as(row.toString()).isNotBlank().doesNotContain("{");
                assertThat(text.path("advice").asString("")).as(row.toString()).isNotBlank().doesNotContain("{");
            }
            assertThat(row.path("zh").path("title").asString()).containsPattern("\\p{IsHan}");
        });
        assertThat(row(21).path("zh").path("title").asString()).contains("观影");
        assertThat(row(12).path("code").asString()).isEqualTo("over-daily-limit-parent-decides");
    }

    @Test
    void r13_everyRowThatCameInSaysWhichEditionJudgedItAndThatItIsLate() {
        List<JsonNode> cameIn = verdicts.stream()
                .filter(row -> List.of("accepted", "held").contains(row.path("verdict").asString()))
                .toList();
        assertThat(cameIn).hasSize(12).allSatisfy(row -> {
            assertThat(row.path("rulebook").asString()).isEqualTo("default-cn/2026-2");
            assertThat(row.path("lateWorkingDays").asInt()).isPositive();
        });
    }

    private static JsonNode row(int number) {
        return verdicts.stream().filter(row -> row.path("row").asInt() == number).findFirst().orElseThrow();
    }
}
