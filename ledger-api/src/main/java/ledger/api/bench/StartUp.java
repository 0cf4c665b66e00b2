package ledger.api.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ledger.api.LedgerApplication;

/** {@code serve} as a process of its own on the arena's ledger, which has stopped, until it first answers. */
final class StartUp implements Scenario {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Path data;

    StartUp(Arena arena) {
        this.data = arena.directory();
    }

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public Unit unit() {
        return Unit.MILLISECONDS;
    }

    @Override
    public int firstRound() {
        return 1;
    }

    @Override
    public Map<Side, Contender> contenders() {
        return Map.of(Side.OURS, round -> this::start);
    }

    private Work start() throws Exception {
        int port = freePort();
        long begin = System.nanoTime();
        Process process = serve(port);
        try {
            awaitAnswer(process, port, begin);
            return new Work(1, new long[] {System.nanoTime() - begin});
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** By the same Java with the same options. */
    private Process serve(int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X"))
                .forEach(command::add);
        command.addAll(List.of("-Daxoniq.update-checker.disabled=true", "-Ddisable-axoniq-console-message=true"));
        String classes = System.getProperty("java.class.path");
        command.addAll(isPacked()
                ? List.of("-jar", classes, "serve")
                : List.of("-cp", classes, LedgerApplication.class.getName(), "serve"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_"));
        builder.environment().put("LEDGER_DATA_DIR", data.toString());
        builder.environment().put("LEDGER_PORT", Integer.toString(port));
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Whether all lies in one jar that starts by itself. */
    private static boolean isPacked() {
        return LedgerApplication.class.getProtectionDomain().getCodeSource().getLocation().toString()
                .contains("BOOT-INF");
    }

    private static void awaitAnswer(Process process, int port, long begin) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    http.send(request, BodyHandlers.discarding());
                    return;
                } catch (IOException notYet) {
                    if (!process.isAlive() || System.nanoTime() - begin > LONGEST.toNanos()) {
                        throw new IllegalStateException("serve did not come up", notYet);
                    }
                    Thread.sleep(LOOK);
                }
            }
        }
    }

    @Override
    public Map<String, Object> conditions() {
        return Map.of("ledger", "the one that was measured before");
    }
}
