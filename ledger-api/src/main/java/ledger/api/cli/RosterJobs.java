package ledger.api.cli;

import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Work on rosters that the service does as a job, watched from the command line until it ends. */
final class RosterJobs {

    private static final Duration LOOK = Duration.ofMillis(300);

    private final LedgerClient client;

    RosterJobs(LedgerClient client) {
        this.client = client;
    }

    /** Shows what a roster would do, and writes its report where one is wanted. */
    void tryOut(String name, BodyPublisher file, @Nullable Path report, boolean onlyRefused) {
        JsonNode job = await(name, client.begin(
                "/api/v1/rosters" + LedgerClient.query(Map.of("dryRun", "true", "fileName", name)), file));
        JsonNode counts = job.path("counts");
        System.out.printf(
                "%s: dry run 试算, nothing stored 未保存; %d rows 行; accepted 接受 %d, held 待处理 %d, refused 拒绝 %d, "
                        + "duplicate 重复 %d; volunteers 志愿者 %d%n",
                name, job.path("rowsDone").asInt(), counts.path("accepted").asInt(), counts.path("held").asInt(),
                counts.path("refused").asInt(), counts.path("duplicate").asInt(),
                job.path("effect").path("volunteers").asInt());
        job.path("effect").path("organizations").forEach(one -> System.out.printf(
                "  %s %s: minutes 分钟 %s -> %s%n",
                one.path("code").asString(), one.path("name").asString(), one.path("before"), one.path("after")));
        if (report != null) {
            client.download(
                    "/api/v1/jobs/" + job.path("job").asString() + "/report" + (onlyRefused ? "?only=refused" : ""),
                    report);
            System.out.println("report 报告: " + report);
        }
    }

    /** Takes a roster back. */
    void reverse(String submissionId, String reason) {
        JsonNode job = await(submissionId, client.post(
                "/api/v1/rosters/" + submissionId + "/reversal", Map.of("reason", reason)));
        JsonNode counts = job.path("counts");
        System.out.printf(
                "%s: revoked 撤销 %d, declined 退回 %d, left 未动 %d; position 位置 %d%n",
                submissionId, counts.path("revoked").asInt(), counts.path("declined").asInt(),
                counts.path("left").asInt(), job.path("position").asLong());
    }

    /** Merges a number into another, or undoes it. */
    void number(String number, String what, Map<String, String> asked) {
        JsonNode job = await(number, client.post("/api/v1/volunteers/" + number + "/" + what, asked));
        System.out.printf("%s: %s done 完成; position 位置 %d%n", number, what, job.path("position").asLong());
    }

    /** The ledger folded again. */
    JsonNode replay(Map<String, Object> asked) {
        return await(System.err, "replay 重放", client.begin("/api/v1/replays", asked)).path("replay");
    }

    /** A draft asked of everybody. */
    JsonNode simulate(Map<String, Object> asked) {
        return await(System.err, "simulation 试算", client.begin("/api/v1/simulations", asked));
    }

    private JsonNode await(String what, JsonNode begun) {
        return await(System.out, what, begun);
    }

    private JsonNode await(PrintStream out, String what, JsonNode begun) {
        String path = "/api/v1/jobs/" + begun.path("job").asString();
        JsonNode job = begun;
        try (Progress progress = new Progress(out, what, job.path("rows").asLong(0))) {
            while (!job.hasNonNull("finishedAt")) {
                Thread.sleep(LOOK);
                job = client.get(path);
                progress.of(job.path("rows").asLong(0));
                progress.at(job.path("rowsDone").asLong());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (job.path("state").asString().equals("FAILED")) {
            JsonNode refusal = job.path("refusal");
            throw new IllegalStateException(what + ": " + refusal.path("zh").path("title").asString("") + " / "
                    + refusal.path("en").path("title").asString(""));
        }
        return job;
    }
}
