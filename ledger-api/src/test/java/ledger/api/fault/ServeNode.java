package ledger.api.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;

import ledger.api.LedgerApplication;
import ledger.api.operation.DataDirectory;
import ledger.api.operation.Reception;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/** A service in a process of its own, as an operator starts it; it can be killed at any moment. */
final class ServeNode {

    private static final Duration LONGEST_START = Duration.ofSeconds(300);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    private final Path data;
    private volatile Process process;
    private volatile int port;

    private ServeNode(Path data, Process process) {
        this.data = data;
        this.process = process;
    }

    /** How a service is started. */
    record Settings(List<String> before, String classPath, List<String> arguments, Map<String, String> environment) {

        static final Settings USUAL =
                new Settings(List.of(), System.getProperty("java.class.path"), List.of("serve"), Map.of());

        Settings with(Map<String, String> more) {
            return new Settings(before, classPath, arguments, more);
        }

        Settings serving(String... options) {
            List<String> all = new ArrayList<>(List.of("serve"));
            all.addAll(List.of(options));
            return new Settings(before, classPath, all, environment);
        }
    }

    static ServeNode start(Path data, Settings settings) {
        ServeNode node = new ServeNode(data, launch(data, settings));
        node.awaitReady();
        return node;
    }

    private static Process launch(Path data, Settings settings) {
        new DataDirectory(data).delete(DataDirectory.SERVICE);
        List<String> command = new ArrayList<>(settings.before());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp", settings.classPath(),
                "-Daxoniq.update-checker.disabled=true", LedgerApplication.class.getName()));
        command.addAll(settings.arguments());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("LEDGER_DB_URL");
        builder.environment().put("LEDGER_DATA_DIR", data.toString());
        builder.environment().put("LEDGER_PORT", "0");
        builder.environment().putAll(settings.environment());
        builder.redirectErrorStream(true).redirectOutput(
                ProcessBuilder.Redirect.appendTo(data.resolveSibling(data.getFileName() + ".log").toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (new DataDirectory(data).read(DataDirectory.SERVICE).isEmpty()) {
            assertThat(process.isAlive()).as("the service came up; see %s.log", data).isTrue();
            assertThat(System.nanoTime()).as("the service came up in time; see %s.log", data).isLessThan(deadline);
            pause(50);
        }
        port = LedgerJson.read(new DataDirectory(data).read(DataDirectory.SERVICE).orElseThrow(),
                Reception.Service.class).port();
    }

    void startAgain(Settings settings) {
        process = launch(data, settings);
        awaitReady();
    }

    Path data() {
        return data;
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("the service ended").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server of the embedded database, which may outlive the service. */
    ProcessHandle database() {
        try {
            String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String databaseUrl() {
        try {
            String at = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
            return "jdbc:postgresql://127.0.0.1:" + at + "/postgres";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> post(String path, String contentType, String body) throws IOException {
        return send(request(path).header("Content-Type", contentType)
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body)).build());
    }

    JsonNode get(String path) {
        try {
            return json(send(request(path).GET().build()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode postJson(String path, String body) {
        try {
            return json(post(path, "application/json", body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last line of an answer that comes line by line. */
    static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
        return LedgerJson.MAPPER.readTree(response.body().lines().reduce("", (a, b) -> b));
    }

    private HttpRequest.Builder request(String path) {
        String token = new DataDirectory(data).read(DataDirectory.OPERATOR_TOKEN).orElseThrow();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
