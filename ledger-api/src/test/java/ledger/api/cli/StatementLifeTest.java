package ledger.api.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import ledger.api.access.Actor;
import ledger.api.operation.DataDirectory;
import ledger.api.operation.ReplayJobs;
import ledger.projections.replay.ReplayScope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One volunteer's way: row, entry, minutes, star, statement, correction, and the replay that agrees. */
class StatementLifeTest {

    private static final String VOLUNTEER = "3307990007000046";
    private static final String HEADER = "志愿者编号,姓名,证件类型,证件号码,活动名称,服务日期,开始时间,结束时间,休息(分钟),"
            + "服务时长(小时),服务地点,服务内容,服务类别,活动组织单位,活动负责人,记录人,来源系统,来源编号,备注\n";

    @TempDir
    static Path data;

    private static TestLedger ledger;
    private static LedgerClient operator;
    private static LedgerClient volunteer;
    private static LedgerClient certifier;
    private static LedgerClient stranger;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start(data);
        operator = new LedgerClient(
                ledger.port(), new DataDirectory(data).read(DataDirectory.OPERATOR_TOKEN).orElseThrow());
        Fixtures.loadRegisters(operator);
        volunteer = as("volunteer", "volunteer", VOLUNTEER);
        certifier = as("certifier", "organization", "ORG-010");
        stranger = as("certifier", "organization", "ORG-011");
        roster("ORG-010 亲子", "小脚丫亲子公益协会", "a", "09:00", "11:00", "2");
        roster("ORG-011 流动", "流动图书馆志愿站", "b", "13:00", "14:30", "1.5");
        operator.post("/api/v1/rounds", Map.of("asOf", "2027-01-31"));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static LedgerClient as(String role, String bound, String to) {
        String secret = operator.post("/api/v1/tokens", Map.of("role", role, bound, to)).path("secret").asString();
        return operator.as(secret);
    }

    private static void roster(
            String activity, String organization, String record, String from, String to, String hours) {
        String row = String.join(",", VOLUNTEER, "方可兮", "居民身份证", "330799196707053290", activity, "2026-03-01",
                from, to, "0", hours, "古城大学体育馆", "带孩子们读绘本", "文化艺术", organization, "负责人一", "记录员一",
                "test", record, "");
        List<JsonNode> verdicts = Fixtures.roster(
                operator, "text/csv", (HEADER + row + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(verdicts.getFirst().path("verdict").asString()).isEqualTo("accepted");
    }

    @Test
    void r26_r27_aStatementHoldsUntilAnEntryItRestsOnIsCorrected() {
        JsonNode issued = volunteer.post("/api/v1/volunteers/" + VOLUNTEER + "/statements", Map.of());
        String number = issued.path("number").asString();
        assertThat(issued.path("status").asString()).isEqualTo("VALID");
        assertThat(issued.path("statement").path("minutes").asInt()).isEqualTo(210);
        for (JsonNode line : issued.path("statement").path("lines")) {
            assertThat(line.path("servedFrom").asString()).isNotBlank();
            assertThat(line.path("content").asString()).isNotBlank();
            assertThat(line.path("recordingUnit").path("name").asString()).isNotBlank();
        }

        String entry = issued.path("statement").path("lines").get(0).path("entryId").asString();
        certifier.post("/api/v1/entries/" + entry + "/correction",
                Map.of("reasonCode", "time", "reason", "提前结束", "servedTo", "2026-03-01T10:30"));

        JsonNode later = volunteer.get("/api/v1/statements/" + number);
        assertThat(later.path("status").asString()).isEqualTo("SUPERSEDED");
        assertThat(later.path("supersedingEntry").asString()).isEqualTo(entry);
        assertThat(later.path("statement").path("minutes").asInt()).as("as it was issued").isEqualTo(210);
        assertThat(later.path("minutesNow").asInt()).isEqualTo(180);
        assertThat(later.path("digest").asString()).isEqualTo(issued.path("digest").asString());
        assertThat(later.path("digestHolds").asBoolean()).isTrue();

        String then = issued.path("statement").path("position").asString();
        JsonNode lines = volunteer.get("/api/v1/volunteers/" + VOLUNTEER + "/lines?asOf=" + then);
        assertThat(lines.path("digest").asString()).as("as known then").isEqualTo(issued.path("digest").asString());
        JsonNode difference = volunteer.get("/api/v1/volunteers/" + VOLUNTEER + "/difference?earlier=" + then);
        assertThat(difference.path("entries").valueStream().map(one -> one.path("entryId").asString()))
                .containsExactly(entry);
        JsonNode changed = difference.path("entries").get(0);
        assertThat(changed.path("certifiedBefore").asInt() - changed.path("certifiedAfter").asInt()).isEqualTo(30);
        assertThat(changed.path("causes").valueStream().map(cause -> cause.path("type").asString()))
                .containsExactly("ServiceCorrected");
        assertThat(difference.at("/after/certifiedMinutes").asInt()).isEqualTo(180);
        JsonNode ours = certifier.get("/api/v1/organizations/ORG-010/difference?earlier=" + then);
        assertThat(ours.path("entries").valueStream().map(one -> one.path("entryId").asString())).contains(entry);
        assertThat(certifier.get("/api/v1/organizations/ORG-010/difference?earlier=" + then + "&later=" + then)
                .path("entries")).isEmpty();
        assertThat(volunteer.get("/api/v1/volunteers/" + VOLUNTEER + "/hours?to=2026-02-28")
                .path("certifiedMinutes").asInt()).as("before the day of service").isZero();

        JsonNode fresh = volunteer.post("/api/v1/volunteers/" + VOLUNTEER + "/statements", Map.of());
        assertThat(fresh.path("number").asString()).isNotEqualTo(number);
        assertThat(fresh.path("status").asString()).isEqualTo("VALID");
        assertThat(fresh.path("digest").asString()).isNotEqualTo(issued.path("digest").asString());
        JsonNode replay = operator.post(
                "/api/v1/replays", Map.of("scope", "volunteer:" + VOLUNTEER, "compare", true)).path("accounts").get(0);
        assertThat(replay.path("replayed")).isEqualTo(replay.path("live"));
        assertThat(replay.path("replayed").path("statementDigest").asString())
                .isEqualTo(fresh.path("digest").asString());
    }

    @Test
    void r28_aReplayOfEverythingIsAJobThatTellsWhatItFound() {
        JsonNode found = new RosterJobs(operator).replay(Map.of("scope", "all", "compare", true));

        assertThat(found.path("digest").asString()).isNotBlank().isEqualTo(found.path("liveDigest").asString());
        assertThat(found.path("differing").asInt()).isZero();
        assertThat(found.path("entries").asInt()).isPositive();
    }

    @Test
    void aReplayThatNobodyWantsAnyMoreEnds() throws InterruptedException {
        String path = "/api/v1/jobs/" + ledger.get(ReplayJobs.class)
                .begin(new ReplayScope.Everything(), null, true, Actor.LEDGER).jobId();
        operator.delete(path);

        JsonNode job = operator.get(path);
        for (int i = 0; i < 300 && !job.hasNonNull("finishedAt"); i++) {
            Thread.sleep(100);
            job = operator.get(path);
        }
        assertThat(job.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(job.hasNonNull("replay")).isFalse();
    }

    @Test
    void r29_aStatementIsTracedToTheRowOfAFileAndBack() {
        JsonNode issued = volunteer.post("/api/v1/volunteers/" + VOLUNTEER + "/statements", Map.of());
        String number = issued.path("number").asString();

        JsonNode causes = operator.get("/api/v1/causes?of=statement:" + number);
        assertThat(causes.at("/decided/0/type").asString()).isEqualTo("StatementIssued");
        assertThat(causes.at("/decided/0/role").asString()).isEqualTo("volunteer");
        assertThat(causes.path("digestHolds").asBoolean()).isTrue();
        JsonNode begun = causes.at("/entries/0/because/0");
        assertThat(begun.path("row").asInt()).isEqualTo(2);
        String submission = begun.path("submission").asString();
        JsonNode roster = causes.path("submissions").valueStream()
                .filter(one -> one.path("submission").asString().equals(submission)).findFirst().orElseThrow();
        assertThat(roster.at("/because/0/type").asString()).isEqualTo("RosterSubmitted");
        assertThat(roster.at("/because/0/role").asString()).isEqualTo("operator");

        JsonNode effects = operator.get("/api/v1/effects?of=submission:" + submission);
        assertThat(effects.at("/entries/0/row").asInt()).isEqualTo(2);
        assertThat(effects.path("statements").valueStream().map(one -> one.path("number").asString()))
                .contains(number);
        JsonNode sent = operator.get("/api/v1/effects?of=actor:" + roster.at("/because/0/actor").asString());
        assertThat(sent.path("entries").valueStream().map(one -> one.at("/entry/entryId").asString()))
                .contains(effects.at("/entries/0/entry/entryId").asString());
        assertThat(operator.get("/api/v1/histories?of=volunteer:" + VOLUNTEER).path("facts").valueStream()
                        .map(one -> one.at("/fact/type").asString()))
                .startsWith("VolunteerEnrolled").contains("ServiceRecorded", "ServiceCertified", "StatementIssued");
    }

    @Test
    void r26_anOrganizationCertifiesOnlyItsOwnLines() {
        JsonNode signed = stranger.post("/api/v1/volunteers/" + VOLUNTEER + "/statements", Map.of());

        assertThat(signed.path("statement").path("minutes").asInt()).isEqualTo(90);
        assertThat(signed.path("signedBy").path("code").asString()).isEqualTo("ORG-011");
        assertThatThrownBy(() -> certifier.get("/api/v1/statements/" + signed.path("number").asString()))
                .hasMessageContaining("statement-unknown");
    }

    @Test
    void r17_anotherOrganizationMayNotCorrectAnEntry() {
        String entry = certifier.get("/api/v1/volunteers/" + VOLUNTEER + "/entries")
                .path("entries").get(0).path("entryId").asString();

        assertThatThrownBy(() -> stranger.post(
                        "/api/v1/entries/" + entry + "/revocation", Map.of("reasonCode", "x", "reason", "不是我们的")))
                .hasMessageContaining("not-found");
    }

    @Test
    void theHistoryOfAnEntryTellsWhoWhenWhatWhyAndWhichRow() {
        String entry = certifier.get("/api/v1/volunteers/" + VOLUNTEER + "/entries")
                .path("entries").get(0).path("entryId").asString();

        JsonNode history = operator.get("/api/v1/entries/" + entry + "/history").path("history");

        JsonNode first = history.get(0).path("fact");
        assertThat(first.path("type").asString()).isEqualTo("ServiceRecorded");
        assertThat(first.path("metadata").path("row").asString()).isEqualTo("2");
        assertThat(first.path("metadata").path("submission").asString()).startsWith("submission-");
        assertThat(first.path("metadata").path("role").asString()).isEqualTo("operator");
        assertThat(history.get(1).path("fact").path("type").asString()).isEqualTo("ServiceCertified");
    }

    @Test
    void r9_anEntryIsNotReinstatedWhileItsRecordStandsInAnotherAccount() {
        byte[] row = (HEADER + String.join(",", "3307990007000063", "昌怡德", "居民身份证", "33079919550619448X", "巡河",
                "2026-03-03", "09:00", "10:00", "0", "1", "蓝湖公园北门", "沿河捡拾垃圾", "环境保护", "小脚丫亲子公益协会",
                "负责人一", "记录员一", "test", "moved", "") + "\n").getBytes(StandardCharsets.UTF_8);
        String first = Fixtures.roster(operator, "text/csv", row).getFirst().path("id").asString();
        certifier.post("/api/v1/entries/" + first + "/revocation", Map.of("reason", "记错了人"));
        byte[] corrected = new String(row, StandardCharsets.UTF_8)
                .replace("3307990007000063,昌怡德,居民身份证,33079919550619448X",
                        "3307990007000067,韦国,居民身份证,330799200507174767")
                .getBytes(StandardCharsets.UTF_8);
        JsonNode second = Fixtures.roster(operator, "text/csv", corrected).getFirst();
        assertThat(second.path("verdict").asString()).isEqualTo("accepted");
        assertThat(second.path("id").asString()).isEqualTo(first + "-2");

        assertThatThrownBy(() -> certifier.post(
                        "/api/v1/entries/" + first + "/reinstatement", Map.of("reason", "还是原来的人")))
                .hasMessageContaining("source-record-changed");
    }

    @Test
    void theDeskShowsWhatTheOperatorSentForTheWholeCity() throws Exception {
        String authority = operator.post(
                "/api/v1/tokens", Map.of("role", "authority", "organization", "ORG-001")).path("secret").asString();
        HttpRequest desk = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ledger.port() + "/desk?lang=en"))
                .header("Authorization", "Bearer " + authority)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> page = http.send(desk, HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("—");
        }
    }

    @Test
    void oneSessionIsRecordedOnceHoweverOftenItsRequestIsRepeated() {
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("volunteerNumber", "3307990007000112");
        session.put("organization", "ORG-010");
        session.put("activity", Map.of(
                "name", "亲子图书漂流", "category", "文化艺术", "content", "整理绘本", "personInCharge", "负责人一"));
        session.put("place", "高铁站东广场");
        session.put("servedFrom", "2026-03-02T09:00:00+08:00");
        session.put("servedTo", "2026-03-02T10:00:00+08:00");
        session.put("recorder", "记录员一");
        session.put("sourceRecord", "kiosk-1");

        JsonNode first = certifier.post("/api/v1/sessions", session);
        JsonNode second = certifier.post("/api/v1/sessions", session);

        assertThat(first.path("verdict").asString()).isEqualTo("accepted");
        assertThat(second.path("verdict").asString()).isEqualTo("duplicate");
        assertThat(second.path("id").asString()).isEqualTo(first.path("id").asString());
        JsonNode hours = operator.get("/api/v1/volunteers/3307990007000112/hours?after="
                + first.path("position").asLong());
        assertThat(hours.path("inNoticeMinutes").asInt()).isEqualTo(60);
    }
}
