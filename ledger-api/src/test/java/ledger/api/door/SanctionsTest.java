package ledger.api.door;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import ledger.api.TestLedger;
import ledger.api.door.SmallTown.Who;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/** Freezes, suspensions and bars stop what is new (R20, R25); what was before them stays as it was. */
class SanctionsTest extends AtTheDesk {

    private static final String STRICT = """
            id: strict
            version: "1"
            effectiveFrom: 2020-01-01
            title: {zh: 严格, en: Strict}
            dailyLimit: none
            notice: {workingDays: 3}
            selfClaimBar: {years: 1, furtherHours: 100, barred: refuse}
            creditGrades: [SYSTEM_TIMED]
            """;
    private static final String SECOND = "/volunteers/" + SmallTown.SECOND;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void openStrictTown() throws IOException {
        town.close();
        Files.writeString(folder.resolve("strict.yaml"), STRICT);
        town = new SmallTown(TestLedger.start(
                Files.createTempDirectory("ledger-test"), "--ledger.rulebooks=" + folder, "--ledger.rulebook=strict"));
    }

    @Test
    void r20_aFreezeStopsNewEntriesStatementsAndAwardsAndNothingThatWas() {
        take("town-frozen", "window: {kind: lifetime}", "person");
        certified(day(), "09:00", "11:00");
        award(SECOND, "town-frozen");
        take("town-frozen-next", "window: {kind: lifetime}", "person");
        String number = SmallTown.json(post(Who.AUTHORITY, SECOND + "/statements", Map.of())).path("number").asString();
        JsonNode hours = hours();
        JsonNode verdicts = recognition("verdicts");
        JsonNode awards = recognition("conferred");
        assertThat(awards).isNotEmpty();

        SmallTown.json(post(Who.AUTHORITY, SECOND + "/freeze", Map.of("reasonCode", "checked", "reason", "核查")));
        assertThat(hours()).isEqualTo(hours);
        assertThat(recognition("verdicts")).isEqualTo(verdicts);
        assertThat(recognition("conferred")).isEqualTo(awards);
        JsonNode shown = page("/statements/" + number);
        assertThat(shown.path("status").asString()).isEqualTo("VALID");
        assertThat(shown.path("digestHolds").asBoolean()).isTrue();

        assertThat(code(post(Who.AUTHORITY, SECOND + "/statements", Map.of()))).isEqualTo("volunteer-frozen");
        assertThat(code(post(Who.AUTHORITY, SECOND + "/recognitions", Map.of(
                "scheme", "town-frozen-next", "level", "one")))).isEqualTo("subject-stopped");
        assertThat(verdicts("记录方式", "SYSTEM_TIMED", "2024-06-03"))
                .containsExactly("refused volunteer-frozen", "accepted -");
        assertThat(hours()).isEqualTo(hours);

        SmallTown.json(post(Who.AUTHORITY, SECOND + "/unfreeze", Map.of("reason", "查清")));
        award(SECOND, "town-frozen-next");
        assertThat(verdicts("记录方式", "SYSTEM_TIMED", "2024-06-04")).containsExactly("accepted -", "accepted -");
        assertWholeAfterwards();
    }

    @Test
    void r20_aSuspendedOrganizationRecordsAndReceivesNothingNewAndKeepsWhatItHas() {
        take("town-suspended", "window: {kind: lifetime}", "organization");
        take("town-suspended-next", "window: {kind: lifetime}", "organization");
        String station = "/organizations/" + SmallTown.STATION;
        String entry = certified(day(), "12:00", "14:00");
        award(station, "town-suspended");
        JsonNode before = page(station + "/recognition");
        SmallTown.json(post(Who.AUTHORITY, station + "/suspension", Map.of("reasonCode", "checked")));
        assertThat(page(station + "/recognition").path("verdicts")).isEqualTo(before.path("verdicts"));
        assertThat(page(station + "/recognition").path("recognitions")).isEqualTo(before.path("recognitions"));
        assertThat(state(Who.AUTHORITY, entry)).isEqualTo("CERTIFIED");
        assertThat(code(post(Who.AUTHORITY, station + "/recognitions", Map.of(
                "scheme", "town-suspended-next", "level", "one")))).isEqualTo("subject-stopped");
        assertThat(code(town.post(Who.OPERATOR, "/sessions", "application/json",
                town.session(SmallTown.FIRST, SmallTown.STATION)))).isEqualTo("organization-not-active");
        SmallTown.json(post(Who.AUTHORITY, station + "/reinstatement", Map.of()));
        award(station, "town-suspended-next");
    }

    @Test
    void r25_aBarredClaimInARosterIsRefusedWithItsReasonAndTheOtherRowsAreTaken() {
        String entry = certified(day(), "15:00", "17:00");
        assertThat(verdicts("证据等级", "SELF_CLAIMED_CONFIRMED", "2024-07-01"))
                .containsExactly("accepted -", "accepted -");
        String found = SmallTown.json(post(Who.MANAGER, SECOND + "/false-hours", Map.of(
                "entries", List.of(entry), "reasonCode", "never-served", "reason", "伪造"))).path("id").asString();
        SmallTown.json(post(Who.AUTHORITY, "/false-hours/" + found + "/finding", Map.of("reason", "属实")));
        JsonNode hours = hours();
        assertThat(verdicts("证据等级", "SELF_CLAIMED_CONFIRMED", "2024-07-02"))
                .containsExactly("refused self-claim-barred", "accepted -");
        JsonNode row = report("证据等级", "SELF_CLAIMED_CONFIRMED", "2024-07-03").path("verdicts").path(0);
        assertThat(row.toString()).contains("虚报", "6000");
        assertThat(verdicts("证据等级", "SYSTEM_TIMED", "2024-07-04")).containsExactly("accepted -", "accepted -");
        assertThat(hours()).isEqualTo(hours);
        assertThat(state(Who.AUTHORITY, entry)).isEqualTo("CERTIFIED");
    }

    private static void award(String of, String scheme) {
        SmallTown.json(post(Who.AUTHORITY, of + "/recognitions", Map.of("scheme", scheme, "level", "one")));
    }

    /** Certified minutes: what is in notice does not count yet. */
    private static JsonNode hours() {
        return page(SECOND + "/hours?after=" + head()).path("certifiedMinutes");
    }

    private static JsonNode recognition(String part) {
        return page(SECOND + "/recognition?after=" + head()).path(part);
    }

    /** A roster with a row of the second volunteer and one of the first, on a day. */
    private static JsonNode report(String column, String grade, String day) {
        HttpResponse<String> answer = town.file(Who.RECORDER, "/rosters", """
                志愿者编号,活动名称,服务日期,开始时间,结束时间,服务地点,服务内容,服务类别,活动组织单位,活动负责人,记录人,%s
                %s,社区咨询,%3$s,09:00,11:00,站点,咨询,社区服务,ST-A,负责人06,记录员06,%5$s
                %4$s,社区咨询,%3$s,09:00,11:00,站点,咨询,社区服务,ST-A,负责人06,记录员06,%5$s
                """.formatted(column, SmallTown.SECOND, day, SmallTown.FIRST, grade).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return LedgerJson.MAPPER.readTree(answer.body());
    }

    private static List<String> verdicts(String column, String grade, String day) {
        JsonNode report = report(column, grade, day);
        return report.path("verdicts").valueStream()
                .map(one -> one.path("verdict").asString() + " " + one.path("code").asString("-"))
                .toList();
    }
}
