package ledger.api.door;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

import ledger.api.access.Role;
import ledger.api.access.Tokens;
import ledger.api.door.SmallTown.Who;
import ledger.api.ground.Uploads;
import ledger.domain.LedgerIds;
import ledger.projections.LedgerJson;

import static ledger.api.door.JobClerk.HEADER;
import static ledger.api.door.JobClerk.json;
import static ledger.api.door.JobClerk.roster;
import static ledger.api.door.JobClerk.row;
import static org.assertj.core.api.Assertions.assertThat;

/** Rosters as jobs: progress, report, dry run, cancelling and taking back, on a real ledger. */
class JobsTest {

    private static SmallTown town;
    private static JobClerk clerk;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() {
        town = new SmallTown();
        clerk = new JobClerk(town.ledger().port(), town.ledger().get(Tokens.class)
                .issue(Role.RECORDER, LedgerIds.organization(SmallTown.STATION), null, "clerk").secret());
        jdbc = town.ledger().get(JdbcTemplate.class);
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    private static Map<String, Integer> counts(JsonNode job) {
        Map<String, Integer> counts = new TreeMap<>();
        job.path("counts").propertyStream().forEach(one -> counts.put(one.getKey(), one.getValue().asInt()));
        return counts;
    }

    private static List<String> kinds(String report) {
        return report.lines().skip(1).map(line -> line.split(",")[0]).toList();
    }

    private static JsonNode submission(JsonNode of, JsonNode after) {
        String path = "/rosters/" + of.path("submission").asString() + "?after=" + after.path("position");
        return json(clerk.get(path)).path("submissions").path(0);
    }

    private static String report(JsonNode of, String language) {
        String path = "/rosters/" + of.path("submission").asString() + "/report";
        return clerk.send("GET", path, "", "Accept-Language", language).body();
    }

    private static long stored() {
        List<Long> sizes = new ArrayList<>();
        for (String table : List.of("facts.event", "annex.note", "vault.contact", "reference.source_claim")) {
            sizes.add(jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class));
        }
        return sizes.stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void aLargeRosterIsAJobWithProgressCountsAndAReportInTheFormatThatWasSent() {
        JsonNode done = clerk.whenOver(clerk.begin("/rosters?fileName=march.csv", roster(1_250, JobClerk::mixed)));

        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("rows").asInt()).isEqualTo(1_250);
        assertThat(done.path("rowsDone").asInt()).isEqualTo(1_250);
        assertThat(counts(done)).isEqualTo(Map.of("accepted", 500, "held", 250, "refused", 250, "duplicate", 250));
        JsonNode submission = submission(done, done);
        assertThat(submission.path("state").asString()).isEqualTo("COMPLETE");
        assertThat(submission.path("accepted").asInt()).isEqualTo(500);

        String report = report(done, "zh");
        assertThat(report.lines().findFirst()).contains("账本处理结果,账本原因代码,账本原因,账本修改建议," + HEADER.strip());
        assertThat(kinds(report).subList(0, 5)).containsExactly("接受", "拒绝", "待处理", "重复", "接受");
        assertThat(kinds(report)).hasSize(1_250);
        assertThat(report).as("no spreadsheet takes it for a formula").contains(",'=1+1").doesNotContain(",=1+1");
        String english = report(done, "en");
        assertThat(english.lines().findFirst().orElse("")).startsWith("ledger verdict,ledger code,");
        assertThat(english.lines().skip(2).findFirst().orElse(""))
                .startsWith("refused,end-not-after-start,served to: The end");
    }

    @Test
    void onlyTheRefusedRowsPutRightAreAcceptedAsTheyAre() {
        JsonNode report = json(clerk.file("/rosters", roster(10, JobClerk::mixed)));
        String path = "/rosters/" + report.path("submission").asString() + "/report?only=refused";
        HttpResponse<String> answer = clerk.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String toFix = answer.body();
        assertThat(kinds(toFix)).hasSize(2).allMatch(verdict -> verdict.equals("refused"));

        JsonNode again = json(clerk.file("/rosters", toFix.replace("15:00,13:00", "18:00,19:00")));
        assertThat(again.path("accepted").asInt()).isEqualTo(2);
        String renewed = clerk.get("/rosters/" + again.path("submission").asString() + "/report").body();
        assertThat(renewed.lines().findFirst().orElse("")).containsOnlyOnce("ledger verdict");
        assertThat(kinds(renewed)).containsExactly("accepted", "accepted");
    }

    @Test
    void aReportOnJsonLinesCarriesTheAnswersInsideTheRecords() {
        String good = "{\"volunteerNumber\":\"" + SmallTown.FIRST + "\",\"organization\":\"ST-A\","
                + "\"activityName\":\"读书会\",\"category\":\"社区服务\",\"content\":\"陪读\",\"place\":\"站点\","
                + "\"personInCharge\":\"甲\",\"recorder\":\"乙\",\"servedOn\":\"2010-05-04\",\"start\":\"09:00\","
                + "\"end\":\"10:00\"}";
        JsonNode sums = json(clerk.send("POST", "/rosters", good + "\n[1]\n", "Content-Type", "application/x-ndjson"));
        List<JsonNode> lines = clerk.get("/rosters/" + sums.path("submission").asString() + "/report")
                .body().lines().map(LedgerJson.MAPPER::readTree).toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().path("ledger").path("verdict").asString()).isEqualTo("accepted");
        assertThat(lines.getFirst().path("servedOn").asString()).isEqualTo("2010-05-04");
        assertThat(lines.getLast().path("ledger").path("code").asString()).isEqualTo("row-unreadable");
        assertThat(lines.getLast().path("ledger").path("line").asString()).isEqualTo("[1]");
    }

    @Test
    void aDryRunTellsEveryFateAndTheTotalsAndStoresNothing() {
        String csv = roster(1_010, JobClerk::mixed);
        long before = stored();
        JsonNode tried = json(clerk.file("/rosters?dryRun=true", csv));
        JsonNode asJob = clerk.whenOver(clerk.begin("/rosters?dryRun=true", csv));
        assertThat(stored()).as("facts, words, contacts and claims").isEqualTo(before);
        assertThat(tried.has("submission")).isFalse();

        JsonNode really = json(clerk.file("/rosters", csv));

        assertThat(fates(tried)).hasSize(1_010).isEqualTo(fates(really));
        assertThat(counts(asJob)).isEqualTo(
                Map.of("accepted", 404, "held", 202, "refused", 202, "duplicate", 202));
        assertThat(asJob.path("effect")).isEqualTo(tried.path("effect"));
        JsonNode effect = tried.path("effect").path("organizations").path(0);
        assertThat(tried.path("effect").path("volunteers").asInt()).isEqualTo(1);
        assertThat(effect.path("code").asString()).isEqualTo(SmallTown.STATION);
        assertThat(more(effect, "RECORDED")).isEqualTo(404 * 120);
        assertThat(more(effect, "HELD")).isEqualTo(202 * 120);
        assertThat(kinds(clerk.get("/jobs/" + asJob.path("job").asString() + "/report").body())).hasSize(1_010);
    }

    private static List<String> fates(JsonNode report) {
        return report.path("verdicts").valueStream()
                .map(one -> one.path("row") + " " + one.path("verdict") + " " + one.path("code") + " " + one.path("id")
                        + " " + one.path("minutes"))
                .toList();
    }

    private static long more(JsonNode effect, String state) {
        return effect.path("after").path(state).asLong() - effect.path("before").path(state).asLong();
    }

    @Test
    void aCancelledJobKeepsWhatWasAnsweredAndTellsIt() {
        JsonNode job = clerk.begin("/rosters", roster(20_000, (i, day) -> row(
                SmallTown.FIRST, day.minusDays(i - i % 360), "15:00,13:00", "")));
        HttpResponse<String> cancelled = clerk.send("DELETE", "/jobs/" + job.path("job").asString(), "");
        assertThat(cancelled.statusCode()).isEqualTo(202);
        JsonNode over = clerk.whenOver(job);
        assertThat(over.path("state").asString()).isEqualTo("CANCELLED");
        int done = over.path("rowsDone").asInt();
        assertThat(done).isLessThan(20_000);
        String report = clerk.get("/jobs/" + job.path("job").asString() + "/report").body();
        assertThat(kinds(report).stream().filter(kind -> kind.equals("refused"))).hasSize(done);
        assertThat(kinds(report).stream().filter(kind -> kind.equals("not answered"))).hasSize(20_000 - done);
        assertThat(clerk.send("DELETE", "/jobs/" + job.path("job").asString(), "").statusCode()).isEqualTo(200);
        assertThat(submission(over, over).path("rows").asInt()).isEqualTo(done);
    }

    @Test
    void r17_aWholeRosterIsTakenBackAndItsRecordsMayBeSentAnew() {
        String csv = roster(600, JobClerk::mixed).replace("备注", "来源编号")
                .replace("=1+1", "bad");
        String numbered = numbered(csv);
        JsonNode sums = json(clerk.file("/rosters", numbered));
        assertThat(sums.path("accepted").asInt()).as("%s", sums.path("verdicts").path(0)).isEqualTo(360);
        String reversal = "/rosters/" + sums.path("submission").asString() + "/reversal";

        JsonNode preview = json(clerk.ask(reversal + "?preview=true", "{}"));
        assertThat(preview.path("state").asString()).isEqualTo("COMPLETE");
        assertThat(preview.path("entries").valueStream().map(one -> one.path("state").asString() + one.path("entries")))
                .containsExactlyInAnyOrder("RECORDED360", "HELD120");

        HttpResponse<String> asked = clerk.ask(reversal, "{\"reason\": \"整份填错了日期\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        JsonNode done = clerk.whenOver(json(asked));
        assertThat(counts(done)).isEqualTo(Map.of("revoked", 360, "declined", 120));
        JsonNode submission = submission(sums, done);
        assertThat(submission.path("state").asString()).isEqualTo("REVERSED");
        assertThat(submission.path("revoked").asInt()).isEqualTo(360);

        String entry = sums.path("verdicts").path(0).path("id").asString();
        JsonNode history = json(clerk.get("/entries/" + entry + "/history?after=" + done.path("position")))
                .path("history");
        JsonNode last = history.path(history.size() - 1);
        assertThat(last.path("words").asString()).isEqualTo("整份填错了日期");
        assertThat(last.path("fact").path("fact").path("reasonCode").asString()).isEqualTo("roster-reversed");
        assertThat(last.path("fact").path("metadata").path("causationId").asString())
                .isEqualTo(done.path("job").asString());

        JsonNode corrected = json(clerk.file("/rosters", numbered.replace("13:00,15:00", "13:30,15:30")));
        assertThat(corrected.path("accepted").asInt()).isEqualTo(360);
        assertThat(corrected.path("verdicts").path(0).path("id").asString()).isEqualTo(entry + "-2");
        assertThat(json(clerk.ask(reversal, "{\"reason\": \"再来\"}"))
                .path("job").asString()).as("asked again it is the same").isEqualTo(done.path("job").asString());
    }

    /** Every row with a record id of its own; a duplicate row becomes another hour of its day. */
    private static String numbered(String csv) {
        List<String> lines = csv.lines().toList();
        StringBuilder numbered = new StringBuilder(lines.getFirst()).append('\n');
        for (int i = 1; i < lines.size(); i++) {
            String line = (i - 1) % 5 == 3 ? lines.get(i).replace("13:00,15:00", "18:00,19:00") : lines.get(i);
            numbered.append(line.replaceAll(",[^,]*$", "")).append(",R-").append(i).append('\n');
        }
        return numbered.toString();
    }

    @Test
    void aRosterOfAnotherOrganizationIsNotThere() {
        JsonNode sums = json(clerk.file("/rosters", roster(2, JobClerk::good)));
        String path = "/rosters/" + sums.path("submission").asString();
        assertThat(town.post(Who.MANAGER_ELSEWHERE, path + "/reversal", "application/json", "{\"reason\": \"x\"}")
                .statusCode()).isEqualTo(404);
        assertThat(town.get(Who.MANAGER_ELSEWHERE, path + "/report").statusCode()).isEqualTo(404);
        assertThat(town.post(Who.OPERATOR, path + "/reversal", "application/json", "{\"reason\": \"x\"}").body())
                .contains("not-your-submission");
    }

    @Test
    void uploadsAndReportsAreSealedAndEndWithTheirKey() {
        JsonNode sums = json(clerk.file("/rosters?fileName=陈梅桐.csv", roster(2, JobClerk::good)));
        String jobId = sums.path("submission").asString().replace("submission-", "job-");
        String path = "/rosters/" + sums.path("submission").asString() + "/report";
        assertThat(clerk.get(path).statusCode()).isEqualTo(200);
        byte[] sealed = jdbc.queryForObject("SELECT sealed FROM jobs.upload WHERE job_id = ?", byte[].class, jobId);
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain(SmallTown.FIRST);

        jdbc.update("UPDATE jobs.job SET finished_at = finished_at - interval '30 days' WHERE job_id = ?", jobId);
        town.ledger().get(Uploads.class).destroyEndedBefore(Instant.now().minus(Duration.ofDays(29)));

        assertThat(clerk.get(path).statusCode()).isEqualTo(410);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM jobs.key WHERE job_id = ?", Integer.class, jobId))
                .isZero();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM jobs.upload WHERE job_id = ?", Integer.class, jobId))
                .isZero();
        JsonNode job = json(clerk.get("/jobs/" + jobId));
        assertThat(job.path("destroyed").asBoolean()).isTrue();
        assertThat(counts(job)).isEqualTo(Map.of("accepted", 2));
    }
}
