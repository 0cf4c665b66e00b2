package ledger.api.bench.stock;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.HourAccountEvent;

/** Axon's pooled streaming processor with one segment, which keeps a sum for each account, event by event. */
final class StockProcessor {

    /** Larger ones are no faster: it never holds more than about a thousand events. */
    private static final int BATCH = 1_000;

    private final PooledStreamingEventProcessor processor;
    private final ScheduledExecutorService coordinator = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService worker = Executors.newScheduledThreadPool(2);

    /** Keeps the sums. */
    static final class Totals {
        private final JdbcTemplate jdbc;

        Totals(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(HourAccountEvent event) {
            jdbc.update(
                    "INSERT INTO stock.total (account_id, facts) VALUES (?, 1) "
                            + "ON CONFLICT (account_id) DO UPDATE SET facts = total.facts + 1",
                    event.accountId());
        }
    }

    StockProcessor(EventStore store, TokenStore tokens, TransactionManager transactions, JdbcTemplate jdbc) {
        processor = PooledStreamingEventProcessor.builder()
                .name("totals")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder().eventHandlers(new Totals(jdbc)).build())
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(store)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .initialToken(source -> source.createTailToken())
                .batchSize(BATCH)
                .build();
    }

    /** From the first event until this position is behind it. */
    void run(long upTo) {
        try {
            processor.start();
            while (position() < upTo) {
                if (processor.isError()) {
                    throw new IllegalStateException("Axon's processor stopped");
                }
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            processor.shutDown();
            coordinator.shutdownNow();
            worker.shutdownNow();
        }
    }

    private long position() {
        return processor.processingStatus().values().stream()
                .map(EventTrackerStatus::getCurrentPosition)
                .mapToLong(position -> position.orElse(0))
                .max()
                .orElse(0);
    }
}
