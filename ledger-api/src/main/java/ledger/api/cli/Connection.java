package ledger.api.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import ledger.api.LedgerService;
import ledger.api.ground.Variable;
import ledger.api.operation.DataDirectory;
import ledger.api.operation.Reception;
import ledger.projections.LedgerJson;

/** A connection to the service of the data directory: the one that runs, or one started for the work and stopped after. */
final class Connection implements AutoCloseable {

    private final LedgerClient client;
    private final @Nullable ConfigurableApplicationContext started;

    private Connection(LedgerClient client, @Nullable ConfigurableApplicationContext started) {
        this.client = client;
        this.started = started;
    }

    static Connection open() {
        DataDirectory directory = dataDirectory();
        Optional<Reception.Service> running = running(directory);
        if (running.isPresent()) {
            return new Connection(new LedgerClient(running.get().port(), token(directory)), null);
        }
        ConfigurableApplicationContext context = start(List.of("--server.port=0"));
        return new Connection(new LedgerClient(port(context), token(directory)), context);
    }

    /** The data directory that the settings name. */
    static DataDirectory dataDirectory() {
        return new DataDirectory(Path.of(Variable.LEDGER_DATA_DIR.valueOrDefault()).toAbsolutePath());
    }

    static ConfigurableApplicationContext start(List<String> arguments) {
        SpringApplication application = new SpringApplication(LedgerService.class);
        return application.run(new ArrayList<>(arguments).toArray(String[]::new));
    }

    static int port(ConfigurableApplicationContext context) {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    static String token(DataDirectory directory) {
        return Variable.LEDGER_TOKEN.value().or(() -> directory.read(DataDirectory.OPERATOR_TOKEN)).orElse("");
    }

    /** The service that left word in the directory, if it still answers. */
    private static Optional<Reception.Service> running(DataDirectory directory) {
        return directory.read(DataDirectory.SERVICE)
                .map(text -> LedgerJson.read(text, Reception.Service.class))
                .filter(service -> ProcessHandle.of(service.pid()).map(ProcessHandle::isAlive).orElse(false))
                .filter(service -> isThere(service.port()));
    }

    /** Any answer will do: a service whose views still catch up says so with 503, and its lock is taken all the same. */
    private static boolean isThere(int port) {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(health, BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    LedgerClient client() {
        return client;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
