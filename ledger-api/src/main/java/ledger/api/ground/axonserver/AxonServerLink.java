package ledger.api.ground.axonserver;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.event.EventChannel;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

import ledger.projections.FactsAwayException;

/** The connection of this node to Axon Server: opened when first needed, and opened anew whenever it was lost. */
final class AxonServerLink implements AutoCloseable {

    private static final int SECONDS_TO_ANSWER = 10;

    private final AxonServerConfiguration configuration;
    private final AxonServerConnectionManager manager;

    AxonServerLink(AxonServerConfiguration configuration) {
        this.configuration = configuration;
        this.manager = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .routingServers(configuration.getServers())
                .build();
    }

    AxonServerConfiguration configuration() {
        return configuration;
    }

    AxonServerConnectionManager manager() {
        return manager;
    }

    /** As the operator named it, for messages. */
    String server() {
        return "Axon Server " + configuration.getServers();
    }

    EventChannel events() {
        return connection().eventChannel();
    }

    AxonServerConnection connection() {
        return manager.getConnection(configuration.getContext());
    }

    /** The server's answer, or the failure in the ledger's own terms. */
    <T> T answer(CompletableFuture<T> asked) {
        try {
            return asked.get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (TimeoutException e) {
            throw new FactsAwayException(server() + " did not answer within " + SECONDS_TO_ANSWER + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FactsAwayException("interrupted while waiting for " + server(), e);
        }
    }

    RuntimeException failure(Throwable cause) {
        return StoreErrors.of(server(), cause);
    }

    @Override
    public void close() {
        manager.shutdown();
    }
}
