package ledger.api.door;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import ledger.api.door.SmallTown.Who;
import ledger.api.ground.CircumstancesRegister;
import ledger.api.ground.CircumstancesRegister.Asked;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.Vault;
import ledger.domain.LedgerIds;
import ledger.domain.account.Circumstances;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/** The registers through their doors: what is loaded, who is told what, and what sessions then know of it. */
class RegistersTest {

    private static final String STATION_ID = LedgerIds.organization(SmallTown.STATION);
    private static final String OTHER_ID = LedgerIds.organization(SmallTown.OTHER_STATION);

    private static SmallTown town;

    @BeforeAll
    static void start() {
        town = new SmallTown();
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void r14_aMinorsRegisterRowBringsTheGuardiansConsentOnceAndItEndsWithItsWithdrawal() {
        String minors = """
                志愿者编号,姓名,证件类型,证件号码,注册日期,监护人同意
                3307990007000053,王一康,居民身份证,330799200904073783,2023-04-07,是
                3307990007000098,俞德强,居民身份证,330799200901226932,2024-02-15,
                """;
        file(Who.OPERATOR, "/volunteers", minors);
        assertThat(file(Who.OPERATOR, "/volunteers", minors).path("duplicate").asInt()).isEqualTo(2);
        JsonNode consents = json(town.get(Who.OPERATOR, "/volunteers/3307990007000053/consents")).path("consents");
        assertThat(consents).hasSize(1);
        assertThat(circumstances("3307990007000053", "2023-04-06").guardianConsent()).isFalse();
        assertThat(circumstances("3307990007000053", "2024-05-01").guardianConsent()).isTrue();
        assertThat(circumstances("3307990007000053", "2024-05-01").age()).isEqualTo(15);
        assertThat(circumstances("3307990007000098", "2024-05-01").guardianConsent()).isFalse();
        String id = consents.get(0).path("consent").path("consentId").asString();
        json(post(Who.AUTHORITY, "/volunteers/3307990007000053/consents/" + id + "/withdrawal", "{}"));
        assertThat(circumstances("3307990007000053", today()).guardianConsent()).isFalse();
        assertThat(circumstances("3307990007000053", "2024-05-01").guardianConsent()).as("history").isTrue();
        file(Who.OPERATOR, "/volunteers", minors);
        assertThat(circumstances("3307990007000053", today()).guardianConsent()).isFalse();
    }

    @Test
    void r14_aConsentForOneOrganizationOrCategorySaysNothingOfOthers() {
        json(post(Who.MANAGER, "/volunteers/" + SmallTown.SECOND + "/consents", """
                {"name": "孙哲", "consentKind": "监护人同意", "scope": "组织", "scopeValue": "ST-A", "guardianName": "孙大山",
                 "validFrom": "2024-01-01", "validTo": "2024-12-31", "heldEvidence": "同意书"}"""));
        json(post(Who.MANAGER, "/volunteers/" + SmallTown.SECOND + "/consents", """
                {"name": "孙哲", "consentKind": "guardian", "scope": "category", "scopeValue": "巡河",
                 "validFrom": "2022-01-01", "validTo": "2022-12-31", "heldEvidence": "同意书"}"""));
        assertThat(ask("2024-12-31", STATION_ID, null).guardianConsent()).isTrue();
        assertThat(ask("2025-01-01", STATION_ID, null).guardianConsent()).isFalse();
        assertThat(ask("2024-12-31", OTHER_ID, null).guardianConsent()).isFalse();
        assertThat(ask("2022-05-01", OTHER_ID, "巡河").guardianConsent()).isTrue();
        assertThat(ask("2022-05-01", OTHER_ID, null).guardianConsent()).isFalse();
    }

    @Test
    void r14_qualificationsAreKnownOnTheDaysOnWhichTheyAreInForce() {
        JsonNode report = file(Who.RECORDER, "/qualifications", """
                志愿者编号,姓名,资格类型,资格代码,有效期起,有效期止,证明材料
                3307990007000001,陈梅桐,培训,first-aid,2025-01-01,2025-12-31,培训记录
                3307990007000001,陈梅桐,保险,accident,2025-06-01,,保单
                3307990007000001,郑英桐,培训,first-aid,2025-01-01,2025-12-31,培训记录
                9999999999999999,陈梅桐,培训,first-aid,2025-01-01,2025-12-31,培训记录
                3307990007000001,陈梅桐,奖状,first-aid,2025-01-01,2025-12-31,培训记录
                3307990007000001,陈梅桐,培训,first-aid,2025-01-01,2024-12-31,培训记录
                3307990007000001,陈梅桐,培训,first-aid,2025-01-01,2025-12-31,
                """);
        assertThat(codes(report)).containsExactly(
                "accepted", "accepted", "volunteer-not-matched", "volunteer-not-matched",
                "qualification-kind-unknown", "validity-reversed", "evidence-missing");
        assertThat(circumstances(SmallTown.FIRST, "2025-07-01").qualifications())
                .containsExactly("accident", "first-aid");
        assertThat(circumstances(SmallTown.FIRST, "2025-03-01").qualifications()).containsExactly("first-aid");
        assertThat(circumstances(SmallTown.FIRST, "2026-01-01").qualifications()).containsExactly("accident");
    }

    @Test
    void r12_thePlannedLengthIsThatOfTheRecorderOrOfTheNearestAbove() {
        publish(Who.MANAGER, "ST-A", "YZ", 180);
        publish(Who.AUTHORITY, "AUTH", "YZ", 240);
        publish(Who.AUTHORITY, "AUTH", "CITY", 300);
        assertThat(planned(STATION_ID, "YZ")).isEqualTo(180);
        assertThat(planned(OTHER_ID, "YZ")).isEqualTo(240);
        assertThat(planned(OTHER_ID, "CITY")).isEqualTo(300);
        assertThat(planned(LedgerIds.organization("AUTH"), "UNKNOWN")).isNull();
    }

    @Test
    void r20_aFreezeStopsNewStatementsUntilItIsLiftedAndLeavesHistory() {
        String statements = "/volunteers/" + SmallTown.SECOND + "/statements";
        String before = json(post(Who.AUTHORITY, statements, "{}")).path("number").asString();
        json(post(Who.AUTHORITY, "/volunteers/" + SmallTown.SECOND + "/freeze",
                "{\"reasonCode\": \"false-hours\", \"until\": \"" + LocalDate.now().plusDays(9) + "\"}"));
        assertThat(circumstances(SmallTown.SECOND, "2025-07-01").frozen()).isTrue();
        HttpResponse<String> refused = post(Who.AUTHORITY, statements, "{}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("volunteer-frozen");
        assertThat(json(town.get(Who.AUTHORITY, "/statements/" + before)).path("status").asString())
                .isEqualTo("VALID");
        json(post(Who.AUTHORITY, "/volunteers/" + SmallTown.SECOND + "/unfreeze", "{}"));
        assertThat(circumstances(SmallTown.SECOND, "2025-07-01").frozen()).isFalse();
        json(post(Who.AUTHORITY, statements, "{}"));
    }

    @Test
    void f2_11_aSuccessorSeesAndSignsForWhatTheDissolvedOneRecorded() {
        file(Who.OPERATOR, "/organizations", """
                组织名称,组织编码,组织类型,上级组织
                新站志愿服务队,N-2,服务队,新站
                新站,N-1,站点,AUTH
                """);
        town.freshEntry(SmallTown.FIRST, "N-2");
        json(post(Who.OPERATOR, "/rounds", "{\"asOf\": \"" + LocalDate.now().plusDays(90) + "\"}"));
        json(post(Who.AUTHORITY, "/organizations/N-2/dissolution",
                "{\"successor\": \"ST-B\", \"reasonCode\": \"merged\"}"));
        String statements = "/volunteers/" + SmallTown.FIRST + "/statements";
        JsonNode shown = json(post(Who.MANAGER_ELSEWHERE, statements, "{}"));
        assertThat(shown.path("statement").path("lines").valueStream()
                        .map(line -> line.path("recordingUnit").path("code").asString()))
                .as("the line still names who recorded it").containsExactly("N-2");
        assertThat(shown.path("digestHolds").asBoolean()).isTrue();
        HttpResponse<String> refused = town.post(Who.OPERATOR, "/sessions", "application/json",
                town.session(SmallTown.FIRST, "N-2"));
        assertThat(refused.body()).contains("organization-not-active");
        assertThat(post(Who.AUTHORITY, "/organizations/ST-B/dissolution",
                        "{\"successor\": \"N-2\", \"reasonCode\": \"merged\"}").body())
                .contains("successor-not-active");
    }

    @Test
    void aParentMayStandLaterInTheFileAndACircleIsRefused() {
        JsonNode report = file(Who.OPERATOR, "/organizations", """
                组织编码,组织名称,组织类型,上级组织
                T-3,三队,服务队,二站
                T-2,二站,站点,T-1
                T-1,一社区,社区,AUTH
                T-8,八队,服务队,T-9
                T-9,九队,服务队,T-8
                T-7,七队,服务队,T-0
                """);
        assertThat(codes(report)).containsExactly(
                "accepted", "accepted", "accepted", "organization-under-itself", "organization-under-itself",
                "parent-unknown");
        assertThat(organizations("?under=T-1")).containsExactly("T-2");
        assertThat(organizations("?under=T-1&deep=true")).containsExactly("T-2", "T-3");
        HttpResponse<String> circle =
                post(Who.AUTHORITY, "/organizations/T-1/affiliation", "{\"parent\": \"T-3\"}");
        assertThat(circle.statusCode()).isEqualTo(422);
        assertThat(circle.body()).contains("organization-under-itself");
        json(post(Who.AUTHORITY, "/organizations/T-3/affiliation", "{\"parent\": \"T-1\"}"));
        json(post(Who.AUTHORITY, "/organizations/T-2/affiliation", "{\"parent\": \"T-3\"}"));
    }

    @Test
    void r5_duplicatesByDocumentAreNamedToThoseWhoMaySeeThem() {
        String rows = """
                志愿者编号,姓名,证件类型,证件号码,注册日期
                V-1,李雷,居民身份证,11010519491231002x,2024-01-02
                V-2,李雷,居民身份证,１１０１０５１９４９１２３１００２Ｘ,2024-01-02
                V-3,李雷,身份证,110105491231002,2024-01-02
                V-1,李雷,护照,E1234567,2024-01-02
                V-5,陈梅桐,居民身份证,330799197901200148,2018-10-24
                """;
        JsonNode typed = file(Who.RECORDER, "/volunteers", rows);
        assertThat(codes(typed)).containsExactly(
                "accepted", "document-twice-in-file", "document-twice-in-file", "number-twice-in-file",
                "document-already-registered");
        assertThat(typed.path("verdicts").get(1).path("zh").path("title").asString()).contains("第 2 行");
        assertThat(typed.toString()).doesNotContain(SmallTown.FIRST);
        JsonNode seen = file(Who.AUTHORITY, "/volunteers", rows);
        assertThat(codes(seen).getLast()).isEqualTo("document-registered-as");
        assertThat(seen.path("verdicts").get(4).path("en").path("title").asString()).contains(SmallTown.FIRST);
    }

    @Test
    void gridsAndStationsComeAsFilesAndAStationMovesWithItsGrid() {
        file(Who.OPERATOR, "/grids", "网格编码,网格名称\nQ-1,一网格\nQ-2,二网格\n");
        JsonNode report = file(Who.OPERATOR, "/stations", """
                站点编码,站点名称,场所类型,网格编码,运营组织
                Z-1,高铁站岗,交通场站,Q-1,青禾站
                Z-2,图书馆岗,文化场馆,,ST-B
                Z-3,某岗,操场,,ST-B
                Z-4,某岗,学校,Q-9,ST-B
                Z-5,某岗,学校,,没有的组织
                """);
        assertThat(codes(report)).containsExactly(
                "accepted", "accepted", "venue-type-unknown", "grid-unknown", "station-needs-organization");
        json(post(Who.AUTHORITY, "/grids/Q-1/merger", "{\"into\": \"Q-2\"}"));
        long position = json(post(Who.AUTHORITY, "/stations/Z-1/closing", "{\"reasonCode\": \"moved\"}"))
                .path("position").asLong();
        JsonNode stations = json(town.get(Who.AUDITOR, "/stations?grid=Q-2&after=" + position)).path("stations");
        assertThat(stations.get(0).path("code").asString()).isEqualTo("Z-1");
        assertThat(stations.get(0).path("closedOn").asString()).isEqualTo(today());
    }

    @Test
    void r30_namesOfOfficersStayWithinTheBranch() {
        long position = json(post(Who.MANAGER, "/organizations/ST-A/officers",
                "{\"name\": \"王芳芳\", \"role\": \"审核员\"}")).path("position").asLong();
        assertThat(town.get(Who.AUTHORITY, "/organizations/ST-A/officers?after=" + position).body())
                .contains("王芳芳").contains("CERTIFIER");
        assertThat(town.get(Who.MANAGER_ELSEWHERE, "/organizations/ST-A/officers").statusCode()).isEqualTo(404);
    }

    private static String today() {
        return town.ledger().get(LedgerClock.class).today().toString();
    }

    private static Circumstances circumstances(String number, String day) {
        String volunteerId = town.ledger().get(Vault.class).volunteerId(number).orElseThrow();
        return look(new Asked(volunteerId, LocalDate.parse(day), STATION_ID, null));
    }

    private static Circumstances ask(String day, String recordedBy, @Nullable String category) {
        String volunteerId =
                town.ledger().get(Vault.class).volunteerId(SmallTown.SECOND).orElseThrow();
        return look(new Asked(volunteerId, LocalDate.parse(day), recordedBy, null, category));
    }

    private static @Nullable Integer planned(String recordedBy, String code) {
        return look(new Asked("volunteer-x", LocalDate.parse("2026-03-14"), recordedBy, code)).plannedMinutes();
    }

    private static Circumstances look(Asked asked) {
        return town.ledger().get(CircumstancesRegister.class).of(List.of(asked)).getFirst();
    }

    private static void publish(Who who, String organizer, String code, int minutes) {
        json(post(who, "/organizations/" + organizer + "/activities", """
                {"activityCode": "%s", "activityName": "义诊", "from": "2026-03-14", "plannedMinutes": %d,
                 "personInCharge": "王芳芳"}""".formatted(code, minutes)));
    }

    private static List<String> organizations(String query) {
        return json(town.get(Who.AUDITOR, "/organizations" + query + "&after="
                        + json(town.get(Who.OPERATOR, "/position")).path("head").asLong()))
                .path("organizations").valueStream().map(one -> one.path("code").asString()).toList();
    }

    /** For each row its code, or else its verdict. */
    private static List<String> codes(JsonNode report) {
        return report.path("verdicts").valueStream()
                .map(verdict -> verdict.path("code").asString(verdict.path("verdict").asString()))
                .toList();
    }

    private static JsonNode file(Who who, String path, String text) {
        return json(town.post(who, path, "text/csv", text));
    }

    private static HttpResponse<String> post(Who who, String path, String body) {
        return town.post(who, path, "application/json", body);
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
        return LedgerJson.MAPPER.readTree(response.body());
    }
}
