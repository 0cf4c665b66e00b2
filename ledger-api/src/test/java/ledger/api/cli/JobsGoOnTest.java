package ledger.api.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

import ledger.api.intake.RegisterIntake.Layout;

import static org.assertj.core.api.Assertions.assertThat;

/** The service is killed in the middle of a job, twice; started again, it goes on, and every row has its fate once. */
class JobsGoOnTest {

    private static final int ROWS = 6_000;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    Path data;

    @TempDir
    Path rows;

    @Test
    void aJobAndAReversalGoOnAfterTheServiceWasKilledAndDoubleNothing() throws Exception {
        new CommandLine(new ManyRowsCommand())
                .execute(rows.toString(), "--rows", "" + ROWS, "--volunteers", "300", "--seed", "11");
        Process service = OwnProcess.serve(data);
        try {
            send(Layout.ORGANIZATIONS, "organizations.csv");
            send(Layout.VOLUNTEERS, "volunteers.csv");
            String dryRun = end(client().begin("/api/v1/rosters?dryRun=true", roster())).path("counts").toString();
            JsonNode job = client().begin("/api/v1/rosters", roster());
            service = killOnceBeyond(service, job, 1_000);
            service = killOnceBeyond(service, job, 3_000);

            JsonNode done = end(job);

            assertThat(done.path("rowsDone").asInt()).isEqualTo(ROWS);
            assertThat(done.path("counts").path("duplicate").asInt(0)).as("no row is a duplicate of itself").isZero();
            assertThat(done.path("counts").toString()).as("as it would have been without a kill").isEqualTo(dryRun);
            assertEveryRowOnce(done);
            assertTakenBackAcrossAKill(service, done);
        } finally {
            service.destroy();
            assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void assertEveryRowOnce(JsonNode done) throws Exception {
        Path report = rows.resolve("report.csv");
        client().download("/api/v1/jobs/" + done.path("job").asString() + "/report", report);
        Map<String, Integer> verdicts = new HashMap<>();
        Files.readAllLines(report).stream().skip(1)
                .forEach(line -> verdicts.merge(line.substring(0, line.indexOf(',')), 1, Integer::sum));
        assertThat(verdicts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROWS);
        assertThat(verdicts.keySet()).hasSize(3);
        JsonNode replay = client().post("/api/v1/replays", Map.of("compare", true));
        assertThat(replay.path("entries").asInt())
                .isEqualTo(done.path("counts").path("accepted").asInt() + done.path("counts").path("held").asInt());
        assertThat(replay.path("differing").asInt()).isZero();
    }

    private void assertTakenBackAcrossAKill(Process first, JsonNode done) throws Exception {
        String submission = done.path("submission").asString();
        JsonNode reversal = client().post(
                "/api/v1/rosters/" + submission + "/reversal", Map.of("reason", "wrong month"));
        Process service = killOnceBeyond(first, reversal, 1_000);
        try {
            JsonNode over = end(reversal);
            assertThat(over.path("counts").path("revoked").asInt())
                    .isEqualTo(done.path("counts").path("accepted").asInt());
            assertThat(over.path("counts").path("declined").asInt())
                    .isEqualTo(done.path("counts").path("held").asInt());
            assertThat(over.path("counts").has("left")).isFalse();
        } finally {
            service.destroy();
            assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private BodyPublisher roster() throws FileNotFoundException {
        return BodyPublishers.ofFile(rows.resolve("roster.csv"));
    }

    private void send(Layout layout, String name) throws Exception {
        ImportCommand.send(client(), layout, name, Files.readAllBytes(rows.resolve(name)), 0);
    }

    private Process killOnceBeyond(Process service, JsonNode job, int row) throws Exception {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (state(job).path("rowsDone").asInt() < row) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
        assertThat(state(job).hasNonNull("finishedAt")).as("killed in the middle").isFalse();
        service.destroyForcibly().waitFor();
        return OwnProcess.serve(data);
    }

    private JsonNode end(JsonNode job) throws Exception {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        JsonNode now = state(job);
        while (!now.hasNonNull("finishedAt")) {
            assertThat(System.nanoTime()).as("%s", now).isLessThan(deadline);
            Thread.sleep(100);
            now = state(job);
        }
        assertThat(List.of("DONE")).as("%s", now).contains(now.path("state").asString());
        return now;
    }

    private JsonNode state(JsonNode job) {
        return client().get("/api/v1/jobs/" + job.path("job").asString());
    }

    private LedgerClient client() {
        return OwnProcess.client(data);
    }
}
