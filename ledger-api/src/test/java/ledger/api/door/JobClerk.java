package ledger.api.door;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiFunction;

import tools.jackson.databind.JsonNode;

import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/** A clerk of the first station, who writes rosters, sends them, and waits for jobs to end. */
record JobClerk(int port, String token) {

    static final String HEADER =
            "志愿者编号,活动名称,服务日期,开始时间,结束时间,服务地点,服务内容,服务类别,活动组织单位,活动负责人,记录人,备注\n";

    private static int year = 2000;

    /** So many sessions of an hour on days of their own, in a year that no other test uses. */
    static String roster(int rows, BiFunction<Integer, LocalDate, String> row) {
        StringBuilder csv = new StringBuilder(HEADER);
        LocalDate first = LocalDate.of(year, 1, 1);
        year += Math.min(rows, 1_500) / 365 + 1;
        for (int i = 0; i < rows; i++) {
            csv.append(row.apply(i, first.plusDays(i))).append('\n');
        }
        return csv.toString();
    }

    static String row(String volunteer, LocalDate day, String times, String remark) {
        return volunteer + ",站点咨询," + day + "," + times + ",站点,咨询,社区服务,ST-A,负责人06,记录员06," + remark;
    }

    static String good(int i, LocalDate day) {
        return row(SmallTown.FIRST, day, "13:00,15:00", "");
    }

    /** Of each five rows the second is refused, the third held (overlaps the first), the fourth a duplicate. */
    static String mixed(int i, LocalDate day) {
        return switch (i % 5) {
            case 1 -> row(SmallTown.FIRST, day, "15:00,13:00", "=1+1");
            case 2 -> row(SmallTown.FIRST, day.minusDays(2), "14:00,16:00", "");
            case 3 -> good(i, day.minusDays(3));
            default -> good(i, day);
        };
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> file(String path, String csv) {
        return send("POST", path, csv, "Content-Type", "text/csv");
    }

    HttpResponse<String> ask(String path, String body) {
        return send("POST", path, body, "Content-Type", "application/json");
    }

    static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return LedgerJson.MAPPER.readTree(answer.body());
    }

    JsonNode begin(String path, String csv) {
        HttpResponse<String> answer = send("POST", path, csv, "Content-Type", "text/csv", "Prefer", "respond-async");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode job = json(answer);
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/jobs/" + job.path("job").asString());
        return job;
    }

    JsonNode whenOver(JsonNode job) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(deadline)) {
            JsonNode now = json(send("GET", "/jobs/" + job.path("job").asString(), ""));
            if (now.hasNonNull("finishedAt")) {
                return now;
            }
            pause();
        }
        throw new AssertionError("the job does not end: " + job);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
