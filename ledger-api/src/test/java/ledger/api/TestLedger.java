package ledger.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A ledger of its own for a test: fresh data directory, embedded database, a free port. */
public final class TestLedger implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private TestLedger(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static TestLedger start() {
        try {
            return start(Files.createTempDirectory("ledger-test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param arguments settings beyond those of every test, as {@code --name=value} */
    public static TestLedger start(Path dataDirectory, String... arguments) {
        SpringApplication application = new SpringApplication(LedgerService.class);
        application.setDefaultProperties(Map.of());
        List<String> all = new ArrayList<>(List.of("--ledger.data-dir=" + dataDirectory, "--server.port=0"));
        List<String> further = List.of(arguments);
        if (further.stream().noneMatch(argument -> argument.startsWith("--ledger.db-url="))) {
            all.add("--ledger.db-url=");
        }
        all.addAll(further);
        return new TestLedger(application.run(all.toArray(String[]::new)));
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }
}
