package ledger.api.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import ledger.api.LedgerService;
import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.intake.ReceivedFile;
import ledger.domain.LedgerCommand;
import ledger.projections.FactSource;
import ledger.projections.Followers;

/** The service itself, all of it, on a database of its own. */
final class OwnLedger implements AutoCloseable {

    static final Actor ACTOR = new Actor("bench", Role.AUTHORITY, City.AUTHORITY, null, "bench");

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final ConfigurableApplicationContext context;

    private OwnLedger(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static OwnLedger start(Path dataDirectory) {
        SpringApplication application = new SpringApplication(LedgerService.class);
        return new OwnLedger(application.run(
                "--ledger.data-dir=" + dataDirectory, "--ledger.db-url=", "--ledger.event-store=postgres",
                "--ledger.axon-servers=", "--ledger.wal-archive=", "--ledger.zone=" + City.ZONE,
                "--ledger.simulate=" + City.EVENING, "--server.address=127.0.0.1", "--server.port=0"));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    String url() {
        return get(HikariDataSource.class).getJdbcUrl();
    }

    Receipt send(LedgerCommand command) {
        return get(CommandDesk.class).send(command, ACTOR);
    }

    CompletableFuture<Receipt> submit(LedgerCommand command) {
        return get(CommandDesk.class).submit(new Asked(command, Map.of()), ACTOR);
    }

    long head() {
        return get(FactSource.class).head();
    }

    Followers views() {
        return get(Followers.class);
    }

    /** Waits until these views show everything up to a position; without a name, all of them. */
    void awaitViews(long position, String... rooms) {
        if (!views().await(position, LONGEST_WAIT, rooms.length == 0 ? views().rooms() : List.of(rooms))) {
            throw new IllegalStateException("the views did not reach " + position + " within " + LONGEST_WAIT);
        }
    }

    /** Hands a text in as a file. */
    void take(String name, String text, BiConsumer<ReceivedFile, Actor> take) {
        try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                ReceivedFile file = ReceivedFile.spool(in, name)) {
            take.accept(file, Actor.LEDGER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands a file in. */
    void take(Path path, BiConsumer<ReceivedFile, Actor> take) {
        try (InputStream in = Files.newInputStream(path);
                ReceivedFile file = ReceivedFile.spool(in, String.valueOf(path.getFileName()))) {
            take.accept(file, ACTOR);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
