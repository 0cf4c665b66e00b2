package ledger.api.bench.stock;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import ledger.api.bench.floor.OwnerPool;
import ledger.api.ground.FactSerializer;
import ledger.api.ground.Salts;
import ledger.domain.LedgerCommand;
import ledger.domain.account.HourAccountAggregate;
import ledger.domain.history.FactMetadata;
import ledger.domain.rulebook.Rulebooks;

/**
 * Axon as it comes: its own command buses, repository with a cache, and JDBC event store, on tables of their own. It
 * handles the same commands by the same aggregate and stores the same payloads and metadata as the service.
 */
public final class StockAxon implements AutoCloseable {

    private static final int CONNECTIONS = 32;
    /** With more of them the store's commits get in each other's way. */
    private static final int THREADS = 8;

    private final HikariDataSource pool;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final JdbcEventStorageEngine engine;
    private final TransactionManager transactions;
    private final JdbcTokenStore tokens;
    private final JdbcTemplate jdbc;
    private final StockTables tables;
    private final CommandBus simple;
    private final CommandBus asynchronous;
    private final List<Configuration> configurations;

    private StockAxon(String url, Rulebooks rulebooks) {
        pool = OwnerPool.open(url, "stock", CONNECTIONS);
        transactions = new SpringTransactionManager(new DataSourceTransactionManager(pool));
        engine = JdbcEventStorageEngine.builder()
                .eventSerializer(new FactSerializer())
                .snapshotSerializer(new FactSerializer())
                .connectionProvider(new SpringDataSourceConnectionProvider(pool))
                .transactionManager(transactions)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        tokens = JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(pool))
                .serializer(new FactSerializer())
                .build();
        tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
        jdbc = new JdbcTemplate(pool);
        tables = new StockTables(jdbc);
        simple = SimpleCommandBus.builder().transactionManager(transactions).build();
        asynchronous = AsynchronousCommandBus.builder()
                .executor(threads)
                .transactionManager(transactions)
                .build();
        configurations = List.of(configuration(simple, rulebooks), configuration(asynchronous, rulebooks));
    }

    /** @param url of the database, where nobody has yet used its tables */
    public static StockAxon open(String url, Rulebooks rulebooks) {
        return new StockAxon(url, rulebooks);
    }

    private Configuration configuration(CommandBus bus, Rulebooks rulebooks) {
        CorrelationDataProvider provenance = message -> message.getMetaData();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(provenance));
        Configuration configuration = DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(all -> bus)
                .configureTransactionManager(all -> transactions)
                .configureSerializer(all -> new FactSerializer())
                .configureEmbeddedEventStore(all -> engine)
                .registerComponent(Rulebooks.class, all -> rulebooks)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(HourAccountAggregate.class)
                        .configureCommandTargetResolver(all -> command -> new VersionedAggregateIdentifier(
                                (Object) ((LedgerCommand) command.getPayload()).aggregateId(), null))
                        .configureCache(all -> strong()))
                .start();
        configuration.eventStore().registerDispatchInterceptor(events -> (index, event) ->
                event.andMetaData(Map.of(FactMetadata.SALT, Salts.next())));
        return configuration;
    }

    /** Axon's cache forgets what nobody holds; here somebody does. */
    private static Cache strong() {
        WeakReferenceCache cache = new WeakReferenceCache();
        Map<Object, Object> held = new ConcurrentHashMap<>();
        cache.registerCacheEntryListener(new Cache.EntryListenerAdapter() {
            @Override
            public void onEntryCreated(Object key, Object value) {
                held.put(key, value);
            }

            @Override
            public void onEntryUpdated(Object key, Object value) {
                held.put(key, value);
            }

            @Override
            public void onEntryRemoved(Object key) {
                held.remove(key);
            }
        });
        return cache;
    }

    /** Handled by whoever sends it, in a transaction of its own. */
    public CompletableFuture<Object> send(LedgerCommand command, Map<String, String> metadata) {
        return send(simple, command, metadata);
    }

    /** Handled by one of the bus's own threads. */
    public CompletableFuture<Object> submit(LedgerCommand command, Map<String, String> metadata) {
        return send(asynchronous, command, metadata);
    }

    private static CompletableFuture<Object> send(
            CommandBus bus, LedgerCommand command, Map<String, String> metadata) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        bus.<LedgerCommand, Object>dispatch(
                new GenericCommandMessage<LedgerCommand>(command, metadata), (message, result) -> {
                    if (result.isExceptional()) {
                        answer.completeExceptionally(result.exceptionResult());
                    } else {
                        answer.complete(result.getPayload());
                    }
                });
        return answer;
    }

    /** Takes over what the service holds of accounts whose id begins so. */
    public void takeOver(String accounts) {
        tables.takeOver(accounts);
    }

    /** Takes over all that the service holds up to a position, in place of what is here. */
    public void takeOverAll(long upTo) {
        tables.takeOverAll(upTo);
    }

    /** As if the processor never ran. */
    public void forgetTotals() {
        tables.forgetTotals();
    }

    /** Lets Axon's processor keep sums from the first event until this position is behind it. */
    public void process(long upTo) {
        new StockProcessor(configurations.getFirst().eventStore(), tokens, transactions, jdbc).run(upTo);
    }

    @Override
    public void close() {
        configurations.forEach(Configuration::shutdown);
        threads.shutdownNow();
        pool.close();
    }
}
