package ledger.api.door;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import ledger.api.TestLedger;
import ledger.api.door.SmallTown.Who;
import ledger.domain.rulebook.Rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

/** Ratings, training, honours and complaints beside hours (F1.7 to F1.9, F2.1): never a minute of service. */
class OtherRecordsTest extends AtTheDesk {

    private static final String TOWN = """
            id: town
            version: "1"
            effectiveFrom: 2020-01-01
            title: {zh: 本镇, en: Of the town}
            dailyLimit: none
            notice: {workingDays: 3}
            training: {categories: [志愿者培训], words: []}
            complaints: {answerWorkingDays: 5, decideWorkingDays: 15}
            creditGrades: [SYSTEM_TIMED]
            """;
    private static final String SECOND = "/volunteers/" + SmallTown.SECOND;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void openTownWithItsRules() throws IOException {
        town.close();
        Files.writeString(folder.resolve("town.yaml"), TOWN);
        town = new SmallTown(TestLedger.start(
                Files.createTempDirectory("ledger-test"), "--ledger.rulebooks=" + folder, "--ledger.rulebook=town"));
    }

    @Test
    void f18_eachOriginOfAnHonourHasItsRuleOfEvidence() {
        JsonNode hours = hours();
        assertThat(code(honour(Map.of("origin", "GOVERNMENT", "name", "先进个人", "awardedBy", "金江区人民政府",
                "awardedOn", "2025-12-05")))).isEqualTo("honour-without-material");
        assertThat(code(honour(Map.of("origin", "OTHER", "name", "爱心人士", "awardedBy", "红十字会",
                "awardedOn", "2025-12-05", "verification", "电话核实")))).isEqualTo("honour-not-requested");
        assertThat(code(honour(Map.of("origin", "OTHER", "name", "爱心人士", "awardedBy", "红十字会",
                "awardedOn", "2025-12-05", "requestedOn", "2026-01-05")))).isEqualTo("honour-not-verified");
        assertThat(honour(Map.of("origin", "OWN", "awardedOn", "2025-12-05")).statusCode()).isEqualTo(400);
        assertThat(honour(Map.of("origin", "OWN", "name", "优秀", "awardedOn", "2025-13-05")).statusCode())
                .isEqualTo(400);
        String id = id(honour(Map.of("origin", "GOVERNMENT", "name", "先进个人", "awardedBy", "金江区人民政府",
                "awardedOn", "2025-12-05", "material", "证书复印件，站点档案柜")));
        assertThat(id(honour(Map.of("origin", "OWN", "name", "优秀志愿者", "awardedOn", "2025-12-06")))).isNotEqualTo(id);
        JsonNode honours = page(SECOND + "/honours?after=" + head()).path("honours");
        assertThat(honours.valueStream().map(one -> one.path("honour").path("awardedBy").asString()))
                .containsExactly("金江区人民政府", "青禾站");
        assertThat(honours.path(0).path("material").asString()).isEqualTo("证书复印件，站点档案柜");
        assertThat(page(Who.MANAGER_ELSEWHERE, SECOND + "/honours").path("honours")).as("recorded by others").isEmpty();
        assertThat(code(post(Who.MANAGER_ELSEWHERE, "/honours/" + id + "/revocation",
                Map.of("reasonCode", "x", "reason", "x")))).isEqualTo("honour-not-yours");
        SmallTown.json(post(Who.MANAGER, "/honours/" + id + "/revocation",
                Map.of("reasonCode", "recorded-by-mistake", "reason", "证书系他人")));
        assertThat(page(SECOND + "/honours?after=" + head()).path("honours")).hasSize(1);
        assertThat(hours()).isEqualTo(hours);
    }

    @Test
    void r24_aLevelThatAskedForAnHonourIsLookedAtAgainWhenTheHonourIsRevoked() {
        take("town-honoured", "window: {kind: lifetime}", "person", "otherHonours: 1");
        assertThat(verdict("town-honoured").path("next").path("also").path(0).path("measure").asString())
                .isEqualTo("OTHER_HONOURS");
        String honour = id(honour(Map.of("origin", "OTHER", "name", "爱心人士", "awardedBy", "红十字会", "awardedOn",
                "2025-12-07", "requestedOn", "2026-01-05", "verification", "已电话核实")));
        assertThat(verdict("town-honoured").path("conferrable").path(0).asString()).isEqualTo("one");
        String conferred = id(post(Who.AUTHORITY, SECOND + "/recognitions",
                Map.of("scheme", "town-honoured", "level", "one")));
        SmallTown.json(post(Who.AUTHORITY, "/honours/" + honour + "/revocation",
                Map.of("reasonCode", "taken-back", "reason", "红十字会已撤销")));
        assertThat(standing("under-review", conferred).getFirst().path("changedEntry").asString()).isEqualTo(honour);
        assertWholeAfterwards();
    }

    @Test
    void f119_aComplaintHasAClockAndStandsInTheWayOfALevelUntilItIsClosed() {
        take("town-clean", "window: {kind: lifetime}", "person", "noOpenComplaint: true");
        certified(day(), "09:00", "11:00");
        String complaints = SECOND + "/complaints";
        assertThat(post(Who.FIRST_VOLUNTEER, complaints, Map.of("reason", "迟到")).statusCode()).isEqualTo(403);
        String id = id(post(Who.MANAGER, complaints, Map.of("reason", "服务中与居民争执")));
        assertThat(id(post(Who.MANAGER, complaints, Map.of("reason", "服务中与居民争执")))).isEqualTo(id);
        JsonNode verdict = verdict("town-clean");
        assertThat(verdict.path("reached")).isEmpty();
        assertThat(verdict.path("next").path("also").path(0).path("measure").asString()).isEqualTo("NO_OPEN_COMPLAINT");
        for (String language : List.of("zh", "en")) {
            assertThat(town.path(Who.SECOND_VOLUNTEER, SECOND + "?lang=" + language).body())
                    .contains(language.equals("zh") ? "没有未办结的投诉" : "no open complaint");
        }
        LocalDate raisedOn = clock().today();
        LocalDate answerBy = Rulebooks.shipped().workingDays().after(raisedOn, 5);
        assertThat(complaint(Who.SECOND_VOLUNTEER, "", id).path("answerBy").asString()).isEqualTo(answerBy.toString());
        clock().simulate(answerBy.plusDays(1), LocalTime.NOON);
        assertThat(complaint(Who.AUTHORITY, "?overdue=true", id).path("words").asString()).isEqualTo("服务中与居民争执");
        SmallTown.json(post(Who.SECOND_VOLUNTEER, "/complaints/" + id + "/answer", Map.of("reason", "当时已道歉")));
        JsonNode answered = complaint(Who.AUTHORITY, "?overdue=false", id);
        assertThat(answered.path("answer").asString()).isEqualTo("当时已道歉");
        assertThat(answered.path("closeBy").asString())
                .isEqualTo(Rulebooks.shipped().workingDays().after(raisedOn, 15).toString());
        assertThat(post(Who.MANAGER, "/complaints/" + id + "/closing", Map.of("justified", false, "reason", "x"))
                .statusCode()).isEqualTo(403);
        SmallTown.json(post(Who.AUTHORITY, "/complaints/" + id + "/closing",
                Map.of("justified", false, "reason", "经调查不属实")));
        assertThat(verdict("town-clean").path("reached").path(0).asString()).isEqualTo("one");
        assertThat(complaint(Who.MANAGER, "?state=unfounded", id).path("reason").asString()).isEqualTo("经调查不属实");
        assertWholeAfterwards();
    }

    @Test
    void aComplaintAboutAnOrganizationIsAnsweredByItsManager() {
        String id = id(post(Who.SECOND_VOLUNTEER, "/organizations/" + SmallTown.STATION + "/complaints",
                Map.of("reason", "活动未购买保险")));
        assertThat(post(Who.MANAGER_ELSEWHERE, "/complaints/" + id + "/answer", Map.of("reason", "x")).statusCode())
                .isEqualTo(404);
        assertThat(complaint(Who.MANAGER, "", id).path("mayAnswer").asBoolean()).isTrue();
        assertThat(complaint(Who.MANAGER, "", id).path("organization").asString()).isEqualTo("青禾站");
        SmallTown.json(post(Who.MANAGER, "/complaints/" + id + "/answer", Map.of("reason", "已补买")));
        SmallTown.json(post(
                Who.AUTHORITY, "/complaints/" + id + "/closing", Map.of("justified", true, "reason", "属实")));
        assertThat(complaint(Who.SECOND_VOLUNTEER, "?state=justified", id).path("answer").asString()).isEqualTo("已补买");
        assertThat(page("/histories?of=organization:" + SmallTown.STATION).toString())
                .contains("ComplaintRaised", "ComplaintClosed");
    }

    @Test
    void r19_aStatementTellsOtherRecordsOnRequestInAPartOfItsOwn() {
        String entry = certified(day(), "14:00", "16:00");
        String bare = statement(List.of()).path("digest").asString();
        SmallTown.json(post(Who.MANAGER, "/entries/" + entry + "/rating",
                Map.of("scale", 5, "rating", 4, "by", "RECIPIENT")));
        String learned = training();
        String honour = id(honour(Map.of("origin", "OWN", "name", "月度之星", "awardedOn", "2025-11-30")));
        JsonNode hoursAlone = statement(List.of());
        assertThat(hoursAlone.path("digest").asString()).as("hours and their digest stay").isEqualTo(bare);
        assertThat(hoursAlone.path("statement").hasNonNull("others")).isFalse();
        JsonNode shown = statement(List.of("RATINGS", "TRAINING", "HONOURS"));
        JsonNode said = shown.path("statement");
        JsonNode others = said.path("others");
        assertThat(said.path("minutes")).isEqualTo(hoursAlone.path("statement").path("minutes"));
        assertThat(said.path("lines")).isEqualTo(hoursAlone.path("statement").path("lines"));
        assertThat(others.path("ratings").path(0).path("rating").path("rating").asInt()).isEqualTo(4);
        assertThat(others.path("trainingMinutes").asInt()).isEqualTo(90);
        assertThat(others.path("honours").findValuesAsString("name")).contains("月度之星");
        assertThat(others.hasNonNull("complaints")).as("not asked for").isFalse();
        assertThat(shown.path("digestHolds").asBoolean()).isTrue();
        String number = shown.path("number").asString();
        for (String language : List.of("zh", "en")) {
            assertThat(town.path(Who.AUTHORITY, "/statements/" + number + "?lang=" + language).body())
                    .contains("其他记录", "Other records", "月度之星")
                    .contains(language.equals("zh") ? "不是服务时间" : "None of this is service");
        }
        SmallTown.json(post(Who.MANAGER, "/honours/" + honour + "/revocation",
                Map.of("reasonCode", "mistake", "reason", "误登")));
        JsonNode after = page("/statements/" + number + "?after=" + head());
        assertThat(after.path("status").asString()).isEqualTo("SUPERSEDED");
        assertThat(after.path("digestHolds").asBoolean()).as("as known then").isTrue();
        assertThat(after.path("supersedingEntry").asString()).isEqualTo(honour);
        assertThat(town.path(Who.AUTHORITY, "/statements/" + number).statusCode()).isEqualTo(200);
        assertThat(learned).startsWith("entry-");
    }

    /** Ninety minutes of learning, certified like nothing else. */
    private static String training() {
        LocalDate day = day();
        String body = town.session(SmallTown.SECOND, SmallTown.STATION)
                .replace("社区服务", "志愿者培训")
                .replaceAll("\"servedFrom\": \"[^\"]*\"", "\"servedFrom\": \"" + day + "T09:00:00+08:00\"")
                .replaceAll("\"servedTo\": \"[^\"]*\"", "\"servedTo\": \"" + day + "T10:30:00+08:00\"");
        JsonNode verdict = SmallTown.json(town.post(Who.OPERATOR, "/sessions", "application/json", body));
        assertThat(verdict.path("learningMinutes").asInt()).isEqualTo(90);
        return verdict.path("id").asString();
    }

    private static JsonNode statement(List<String> include) {
        return SmallTown.json(post(Who.AUTHORITY, SECOND + "/statements", Map.of("include", include)));
    }

    private static HttpResponse<String> honour(Map<String, ?> asked) {
        return post(Who.MANAGER, SECOND + "/honours", asked);
    }

    private static String id(HttpResponse<String> answer) {
        return SmallTown.json(answer).path("id").asString();
    }

    private static JsonNode hours() {
        return page(SECOND + "/hours?after=" + head()).path("certifiedMinutes");
    }

    private static JsonNode verdict(String scheme) {
        return page(SECOND + "/recognition?after=" + head()).path("verdicts").valueStream()
                .filter(one -> one.path("schemeId").asString().equals(scheme))
                .findFirst().orElseThrow();
    }

    private static JsonNode complaint(Who who, String query, String id) {
        return page(who, "/complaints" + query).path("complaints").valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst().orElseThrow();
    }
}
