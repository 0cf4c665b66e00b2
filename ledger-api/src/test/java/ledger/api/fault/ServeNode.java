package ledger.api.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import ledger.api.LedgerApplication;
import ledger.api.operation.DataDirectory;
import ledger.api.operation.Reception;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/** A service in a process of its own, as an operator starts it; it can be killed at any moment. */
final class ServeNode {

    private static final Duration LONGEST_START = Duration.ofSeconds(300);
    private static final String CLOCK = "clock";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    private final Path data;
    private volatile Settings settings;
    private volatile Process process;
    private volatile int port;

    private ServeNode(Path data, Settings settings, Process process) {
        this.data = data;
        this.settings = settings;
        this.process = process;
    }

    /** How a service is started. */
    record Settings(List<String> before, String classPath, Map<String, String> environment) {

        static final Settings USUAL = new Settings(List.of(), System.getProperty("java.class.path"), Map.of());

        Settings with(Map<String, String> more) {
            return new Settings(before, classPath, more);
        }
    }

    static ServeNode start(Path data, Settings settings) {
        ServeNode node = launched(data, settings);
        node.awaitReady();
        return node;
    }

    /** Begun; it answers once {@link #awaitReady} returns. */
    static ServeNode launched(Path data, Settings settings) {
        return new ServeNode(data, settings, launch(data, settings));
    }

    private static Process launch(Path data, Settings settings) {
        new DataDirectory(data).delete(DataDirectory.SERVICE);
        List<String> command = new ArrayList<>(settings.before());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp", settings.classPath(),
                "-Daxoniq.update-checker.disabled=true", LedgerApplication.class.getName(), "serve"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("LEDGER_DB_URL");
        builder.environment().put("LEDGER_DATA_DIR", data.toString());
        builder.environment().put("LEDGER_PORT", "0");
        builder.environment().put("FAULTS_CLOCK_FILE", data.resolve(CLOCK).toString());
        builder.environment().putAll(settings.environment());
        builder.redirectErrorStream(true).redirectOutput(
                ProcessBuilder.Redirect.appendTo(data.resolveSibling(data.getFileName() + ".log").toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (new DataDirectory(data).read(DataDirectory.SERVICE).isEmpty()) {
            assertThat(process.isAlive()).as("the service came up; see %s.log", data).isTrue();
            assertThat(System.nanoTime()).as("the service came up in time; see %s.log", data).isLessThan(deadline);
            pause(50);
        }
        port = LedgerJson.read(new DataDirectory(data).read(DataDirectory.SERVICE).orElseThrow(),
                Reception.Service.class).port();
    }

    void startAgain() {
        process = launch(data, settings);
        awaitReady();
    }

    void startAgain(Settings other) {
        settings = other;
        startAgain();
    }

    /** It does not come far: it is killed while it starts. */
    void startInVain(long milliseconds) {
        process = launch(data, settings);
        pause(milliseconds);
        kill();
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** The day that it is for this service from now on. */
    void jumpTo(LocalDate day) {
        new DataDirectory(data).writeSecret(CLOCK, day.toString());
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

    HttpResponse<String> post(String path, String contentType, String body) throws IOException {
        return post(path, contentType, body, "Accept", "application/json");
    }

    HttpResponse<String> post(String path, String contentType, String body, String header, String value)
            throws IOException {
        return send(posting(path, contentType, body).header(header, value).build(), BodyHandlers.ofString());
    }

    /** Each line of the answer is told as it comes; the last is returned. */
    JsonNode postForLines(String path, String contentType, String body, Consumer<JsonNode> told) throws IOException {
        HttpResponse<Stream<String>> response = send(
                posting(path, contentType, body).header("Accept", contentType).build(), BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() >= 300) {
                throw new IOException(String.join("", lines.toList()));
            }
            JsonNode last = LedgerJson.MAPPER.nullNode();
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                last = LedgerJson.MAPPER.readTree(each.next());
                told.accept(last);
            }
            return last;
        }
    }

    HttpResponse<String> ask(String path) throws IOException {
        return send(request(path).GET().build(), BodyHandlers.ofString());
    }

    JsonNode get(String path) {
        try {
            return json(ask(path));
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

    private HttpRequest.Builder posting(String path, String contentType, String body) {
        return request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body));
    }

    private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
        try {
            return HTTP.send(request, handler);
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
