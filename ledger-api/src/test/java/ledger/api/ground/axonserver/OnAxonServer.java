package ledger.api.ground.axonserver;

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
import java.util.function.BooleanSupplier;

import com.zaxxer.hikari.HikariDataSource;
import io.axoniq.axonserver.grpc.event.Event;
import org.axonframework.eventhandling.GenericDomainEventMessage;

import ledger.api.TestLedger;
import ledger.api.ground.EventStoreState;
import ledger.api.ground.FactSerializer;
import ledger.api.ground.Salts;
import ledger.api.operation.DataDirectory;
import ledger.domain.account.AccountFact;
import ledger.domain.history.FactMetadata;

import static org.assertj.core.api.Assertions.assertThat;

/** A ledger whose facts are on the stand-in for Axon Server, and ways to look at both. */
final class OnAxonServer implements AutoCloseable {

    /** Whoever looks at what the one for all has stored, or breaks it, does so alone. */
    static final String SHARED = "the ledger on the stand-in for Axon Server";

    static final Duration SOON = Duration.ofSeconds(60);

    final StubAxonServer stub;
    final Path data;
    final TestLedger ledger;
    private final HttpClient http = HttpClient.newHttpClient();

    private OnAxonServer(StubAxonServer stub, Path data, List<String> further) {
        this.stub = stub;
        this.data = data;
        List<String> settings = new ArrayList<>(further);
        settings.add("--ledger.event-store=axon-server");
        settings.add("--ledger.axon-servers=" + stub.address());
        this.ledger = TestLedger.start(data, settings.toArray(String[]::new));
    }

    static OnAxonServer start(StubAxonServer stub) {
        return new OnAxonServer(stub, directory(), List.of());
    }

    /** Another node on the same server and the same database. */
    OnAxonServer secondNode() {
        HikariDataSource database = ledger.get(HikariDataSource.class);
        return new OnAxonServer(stub, directory(), List.of(
                "--ledger.db-url=" + database.getJdbcUrl(), "--ledger.db-user=" + database.getUsername()));
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("ledger-axon");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One for all tests that leave the server running; it ends with the tests. */
    static OnAxonServer shared() {
        return Shared.LEDGER;
    }

    private static final class Shared {
        private static final OnAxonServer LEDGER = start(StubAxonServer.running()).ready();
    }

    OnAxonServer ready() {
        soon("ready", () -> ledger.get(EventStoreState.class).trouble().isEmpty());
        soon("schemes are published", () -> stored("scheme-").size() > 0);
        return this;
    }

    static void soon(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The facts of all aggregates whose ids begin so. */
    List<Event> stored(String prefix) {
        synchronized (stub.events) {
            return stub.events.stored.stream()
                    .filter(event -> event.getAggregateIdentifier().startsWith(prefix))
                    .toList();
        }
    }

    List<String> types(String account) {
        return stored(account).stream().map(event -> event.getPayload().getType()).toList();
    }

    /** A fact that somebody else wrote. */
    static Event foreign(AccountFact fact, long sequence) {
        return StoredFacts.of(
                new GenericDomainEventMessage<>("HourAccount", fact.accountId(), sequence, fact, Map.of(
                        FactMetadata.COMMAND_ID, "of-another-node", FactMetadata.SALT, Salts.next())),
                new FactSerializer());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    HttpResponse<String> post(String path, String contentType, String body) {
        return send(
                HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)).header("Content-Type", contentType), path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) {
        String token = new DataDirectory(data).read(DataDirectory.OPERATOR_TOKEN).orElseThrow();
        try {
            return http.send(
                    request.uri(URI.create("http://127.0.0.1:" + ledger.port() + path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        ledger.close();
    }
}
