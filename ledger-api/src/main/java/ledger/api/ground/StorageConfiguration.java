package ledger.api.ground;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import ledger.domain.LedgerCommand;
import ledger.domain.account.HourAccountAggregate;
import ledger.domain.activity.ActivityAggregate;
import ledger.domain.history.FactMetadata;
import ledger.domain.organization.OrganizationAggregate;
import ledger.domain.place.GridAggregate;
import ledger.domain.place.StationAggregate;
import ledger.domain.recognition.ComplaintAggregate;
import ledger.domain.recognition.FalseHoursCaseAggregate;
import ledger.domain.recognition.HonourAggregate;
import ledger.domain.recognition.RecognitionsAggregate;
import ledger.domain.recognition.SchemeAggregate;
import ledger.domain.rulebook.Rulebooks;
import ledger.domain.statement.StatementAggregate;
import ledger.domain.submission.SubmissionAggregate;
import ledger.domain.volunteer.VolunteerAggregate;
import ledger.projections.FactSource;
import ledger.projections.LedgerQuery;

/** The write side's ground: event store in the one order, command bus, vault and annex. */
@Configuration
@EnableConfigurationProperties(LedgerProperties.class)
public class StorageConfiguration {

    /** The tables are there before anything reads its settings. */
    @Bean
    @DependsOn("flywayInitializer")
    Settings settings(JdbcTemplate jdbc) {
        return new Settings(jdbc);
    }

    @Bean
    LedgerClock ledgerClock(Settings settings, LedgerProperties properties) {
        LedgerClock clock = new LedgerClock(ZoneId.of(settings.fix(Settings.ZONE, properties.zone().getId())));
        if (!properties.simulate().isBlank()) {
            if (!properties.isEmbedded()) {
                throw new IllegalStateException("time is simulated on the embedded database only, never in production");
            }
            LocalDateTime start = LocalDateTime.parse(properties.simulate());
            clock.simulate(start.toLocalDate(), start.toLocalTime());
        }
        GenericEventMessage.clock = clock;
        return clock;
    }

    @Bean
    Rulebooks rulebooks(LedgerProperties properties, LedgerClock clock) {
        Rulebooks rulebooks = Rulebooks.with(RulebookFolder.read(properties.rulebooks()));
        rulebooks.inEffect(properties.rulebook(), clock.today());
        return rulebooks;
    }

    @Bean
    Vault vault(JdbcTemplate jdbc) {
        return new PostgresVault(jdbc);
    }

    @Bean
    Annex annex(JdbcTemplate jdbc) {
        return new PostgresAnnex(jdbc);
    }

    @Bean
    CircumstancesRegister circumstancesRegister(
            JdbcTemplate jdbc, Vault vault, OrganizationRegister organizations, LedgerClock clock) {
        return new CircumstancesRegister(jdbc, vault, organizations, clock);
    }

    @Bean
    PlaceRegister placeRegister(JdbcTemplate jdbc) {
        return new PlaceRegister(jdbc);
    }

    @Bean
    OrganizationRegister organizationRegister(JdbcTemplate jdbc) {
        return new OrganizationRegister(jdbc);
    }

    @Bean
    OneNode oneNode(JdbcTemplate jdbc) {
        return new OneNode(jdbc);
    }

    @Bean
    LedgerTime ledgerTime(JdbcTemplate jdbc) {
        return new LedgerTime(jdbc);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    /** What commands must know of other aggregates, written with the facts. */
    @Bean
    BeforeAppend referenceTables(JdbcTemplate jdbc) {
        return new ReferenceTables(jdbc, new Claims(jdbc));
    }

    @Bean
    @ConditionalOnProperty(name = "ledger.event-store", havingValue = LedgerProperties.POSTGRES, matchIfMissing = true)
    OrderedEventStorageEngine eventStorageEngine(
            JdbcTemplate jdbc, BeforeAppend referenceTables, LedgerClock clock, Settings settings) {
        settings.keepEventStore(LedgerProperties.POSTGRES);
        return OrderedEventStorageEngine.create(
                jdbc, new FactSerializer(), new EventUpcasterChain(new FactUpcaster()), referenceTables, clock);
    }

    @Bean
    @ConditionalOnProperty(name = "ledger.event-store", havingValue = LedgerProperties.POSTGRES, matchIfMissing = true)
    FactLog factLog(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EventStorageEngine engine,
            BeforeAppend referenceTables) {
        return new FactLog(jdbc, new TransactionTemplate(transactions), engine, referenceTables, Optional.empty());
    }

    @Bean
    KeptTables keptTables(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new KeptTables(jdbc, new TransactionTemplate(transactions));
    }

    /** The event store gives every fact its own salt, and nothing beyond the closed list of metadata. */
    @Bean("eventBus")
    EmbeddedEventStore eventStore(EventStorageEngine engine) {
        EmbeddedEventStore store = new FactStore(engine);
        store.registerDispatchInterceptor(events -> (index, event) -> salted((GenericDomainEventMessage<?>) event));
        return store;
    }

    private static GenericDomainEventMessage<?> salted(GenericDomainEventMessage<?> fact) {
        if (!FactMetadata.KEYS.containsAll(fact.getMetaData().keySet())) {
            throw new IllegalStateException("metadata beyond the closed list: " + fact.getMetaData().keySet());
        }
        return (GenericDomainEventMessage<?>) fact.andMetaData(Map.of(FactMetadata.SALT, Salts.next()));
    }

    @Bean
    @ConditionalOnProperty(name = "ledger.event-store", havingValue = LedgerProperties.POSTGRES, matchIfMissing = true)
    FactSource factSource(JdbcTemplate jdbc) {
        return new PostgresFacts(jdbc);
    }

    @Bean
    Rehearsals rehearsals(EventStorageEngine engine, JdbcTemplate jdbc, Rulebooks rulebooks) {
        return new Rehearsals(engine, new Claims(jdbc), rulebooks);
    }

    /** What a fact inherits from the command that caused it. */
    @Bean
    CorrelationDataProvider provenance() {
        return command -> {
            Map<String, Object> inherited = new java.util.HashMap<>();
            command.getMetaData().forEach((key, value) -> {
                if (FactMetadata.KEYS.contains(key) && value != null) {
                    inherited.put(key, value);
                }
            });
            return inherited;
        };
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "ledger.event-store", havingValue = LedgerProperties.POSTGRES, matchIfMissing = true)
    GroupCommitCommandBus commandBus(
            TransactionManager transactions,
            JdbcTemplate jdbc,
            OrderedEventStorageEngine engine,
            HotAccounts hot,
            CorrelationDataProvider provenance,
            FactSource facts,
            HeadSignal head) {
        GroupCommitCommandBus bus = new GroupCommitCommandBus(
                transactions,
                new ReadAhead(new Briefing(new Claims(jdbc), new OrganizationTable(jdbc)), engine, hot),
                provenance,
                facts::head,
                head::written);
        bus.start();
        return bus;
    }

    /** Without a server between them, nodes ask each other nothing. */
    @Bean
    @ConditionalOnProperty(name = "ledger.event-store", havingValue = LedgerProperties.POSTGRES, matchIfMissing = true)
    QueryDesk.Elsewhere nobodyElse() {
        return new QueryDesk.Elsewhere() {
            @Override
            public <V> V ask(LedgerQuery<V> query) {
                throw new IllegalStateException("nobody answers " + query.getClass().getSimpleName());
            }
        };
    }

    /** Facts are in the database, without which nothing would have started. */
    @Bean
    @ConditionalOnProperty(name = "ledger.event-store", havingValue = LedgerProperties.POSTGRES, matchIfMissing = true)
    EventStoreState eventStoreState() {
        return Optional::empty;
    }

    @Bean
    HeadSignal headSignal() {
        return new HeadSignal();
    }

    @Bean
    @ConditionalOnProperty(name = "ledger.event-store", havingValue = LedgerProperties.POSTGRES, matchIfMissing = true)
    CommandDesk commandDesk(CommandBus bus, LedgerClock clock) {
        return new CommandDesk(bus, clock);
    }

    @Bean
    HotAccounts hotAccounts() {
        return new HotAccounts();
    }

    @Bean
    ConfigurerModule aggregates(HotAccounts hot) {
        return configurer -> {
            for (Class<?> aggregate : new Class<?>[] {
                OrganizationAggregate.class, VolunteerAggregate.class, SubmissionAggregate.class,
                SchemeAggregate.class, RecognitionsAggregate.class, FalseHoursCaseAggregate.class,
                HonourAggregate.class, ComplaintAggregate.class, StatementAggregate.class,
                StationAggregate.class, GridAggregate.class, ActivityAggregate.class
            }) {
                configurer.configureAggregate(configurer(aggregate));
            }
            AggregateConfigurer<HourAccountAggregate> accounts = configurer(HourAccountAggregate.class);
            accounts.configureRepository(configuration ->
                    hot.repository(configuration.eventStore(), configuration.parameterResolverFactory()));
            configurer.configureAggregate(accounts);
        };
    }

    private static <A> AggregateConfigurer<A> configurer(Class<A> aggregate) {
        return AggregateConfigurer.defaultConfiguration(aggregate)
                .configureCommandTargetResolver(configuration -> command -> new VersionedAggregateIdentifier(
                        (Object) ((LedgerCommand) command.getPayload()).aggregateId(), null));
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }
}
