package ledger.api.ground.axonserver;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import ledger.api.ground.Annex;
import ledger.api.ground.Briefing;
import ledger.api.ground.Claims;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.EventStoreFacts;
import ledger.api.ground.FactLog;
import ledger.api.ground.FactSerializer;
import ledger.api.ground.FactUpcaster;
import ledger.api.ground.GroupCommitCommandBus;
import ledger.api.ground.HeadSignal;
import ledger.api.ground.HotAccounts;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.LedgerProperties;
import ledger.api.ground.OrganizationTable;
import ledger.api.ground.QueryDesk;
import ledger.api.ground.ReadAhead;
import ledger.api.ground.Settings;
import ledger.domain.LedgerCommand;
import ledger.projections.FactSource;
import ledger.projections.Follower;

/** The write side's ground where {@code LEDGER_EVENT_STORE=axon-server}: the pieces that differ from PostgreSQL. */
@Configuration
@ConditionalOnProperty(name = "ledger.event-store", havingValue = LedgerProperties.AXON_SERVER)
public class AxonServerStorage {

    private static final Duration REFERENCE_FOLLOWS = Duration.ofSeconds(5);

    @Bean(destroyMethod = "close")
    AxonServerLink axonServerLink(LedgerProperties properties, Environment environment) {
        return new AxonServerLink(configuration(properties.axonServers(), environment));
    }

    /** Everything else of the connector ({@code AXON_AXONSERVER_TOKEN}, {@code …_CONTEXT}, TLS) keeps its own names. */
    static AxonServerConfiguration configuration(String servers, Environment environment) {
        AxonServerConfiguration configuration = new AxonServerConfiguration();
        configuration.setComponentName("hour-ledger");
        configuration.setClientId("hour-ledger-" + UUID.randomUUID());
        configuration.setReconnectInterval(1_000);
        configuration.setConnectTimeout(3_000);
        Binder.get(environment).bind("axon.axonserver", Bindable.ofInstance(configuration));
        configuration.setServers(servers);
        return configuration;
    }

    @Bean
    ServerOrder serverOrder(AxonServerLink link, Settings settings, JdbcTemplate jdbc) {
        settings.keepEventStore(LedgerProperties.AXON_SERVER);
        return new ServerOrder(link, followed(jdbc));
    }

    private static long followed(JdbcTemplate jdbc) {
        Long position = jdbc.queryForObject("SELECT position FROM facts.ledger_head", Long.class);
        return position == null ? 0 : position;
    }

    @Bean
    PendingClaims pendingClaims(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new PendingClaims(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    AxonServerStorageEngine eventStorageEngine(AxonServerLink link, ServerOrder order, PendingClaims pending) {
        return AxonServerStorageEngine.create(
                link, order, new FactSerializer(), new EventUpcasterChain(new FactUpcaster()), pending);
    }

    @Bean
    FactSource factSource(EventStorageEngine engine, ServerOrder order) {
        return new EventStoreFacts(engine, order::headOrLastKnown);
    }

    @Bean
    FactLog factLog(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EventStorageEngine engine,
            ServerOrder order,
            PendingClaims pending) {
        return new FactLog(
                jdbc, new TransactionTemplate(transactions), engine, pending, Optional.of((position, limit) ->
                        order.after(position, limit).stream().map(StoredFacts::asStored).toList()));
    }

    @Bean(destroyMethod = "close")
    Follower referenceFollower(
            FactSource facts,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            PendingClaims pending,
            HeadSignal head) {
        Follower follower = new Follower(
                new ReferenceProjection(jdbc, pending), facts, jdbc, new TransactionTemplate(transactions));
        head.onWritten(follower::wake);
        follower.start();
        return follower;
    }

    /**
     * An answer waits a moment for the reference tables, so that the next command knows what this one did. An answer
     * without facts of its own, or with facts stored by an earlier run, is as of a head asked for after its facts were
     * read: a head remembered from before would be too low for whoever waits to see them.
     */
    @Bean(destroyMethod = "close")
    GroupCommitCommandBus commandBus(
            JdbcTemplate jdbc,
            CorrelationDataProvider provenance,
            ServerOrder order,
            AxonServerStorageEngine engine,
            HotAccounts hot,
            HeadSignal head,
            Follower referenceFollower) {
        GroupCommitCommandBus bus = new GroupCommitCommandBus(
                NoTransactionManager.instance(),
                new ReadAhead(new Briefing(new Claims(jdbc), new OrganizationTable(jdbc)), engine, hot),
                provenance,
                order::head,
                written -> {
                    head.written(written);
                    referenceFollower.await(written.getLast().position(), REFERENCE_FOLLOWS);
                },
                new EarlierAnswers(engine));
        bus.start();
        return bus;
    }

    @Bean(destroyMethod = "close")
    Routing routing(AxonServerLink link, GroupCommitCommandBus lane) {
        return new Routing(commandsOf(link, new LocalSegment(lane)), lane);
    }

    static AxonServerCommandBus commandsOf(AxonServerLink link, CommandBus localSegment) {
        AxonServerCommandBus server = AxonServerCommandBus.builder()
                .axonServerConnectionManager(link.manager())
                .configuration(link.configuration())
                .localSegment(localSegment)
                .serializer(MessageWire.serializer())
                .routingStrategy(AxonServerStorage::aggregate)
                .build();
        server.start();
        return server;
    }

    @Bean(destroyMethod = "close")
    RoutedQueries routedQueries(AxonServerLink link) {
        return new RoutedQueries(link);
    }

    private static String aggregate(CommandMessage<?> command) {
        return ((LedgerCommand) command.getPayload()).aggregateId();
    }

    @Bean
    CommandDesk commandDesk(Routing routing, LedgerClock clock) {
        return new CommandDesk(routing.commands(), clock);
    }

    @Bean
    ServerWatch serverWatch(
            AxonServerLink link,
            ServerOrder order,
            Routing routing,
            RoutedQueries questions,
            QueryDesk queries,
            PendingClaims pending,
            EventStorageEngine engine,
            Follower referenceFollower,
            JdbcTemplate jdbc,
            CommandDesk desk,
            Annex annex,
            LedgerClock clock) {
        Settlement settlement =
                new Settlement(pending, engine, order, referenceFollower, jdbc, desk, annex, clock);
        BooleanSupplier handlers = () -> {
            questions.tellHandlers(queries);
            return routing.tellHandlers();
        };
        return new ServerWatch(link, order, () -> followed(jdbc), handlers, settlement::quietly);
    }
}
