package ledger.api.ground;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.TestLedger;
import ledger.domain.LedgerCommand;
import ledger.domain.account.Activity;
import ledger.domain.account.Circumstances;
import ledger.domain.account.Claim;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.HourAccountAggregate;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.RecordingFacts;
import ledger.domain.account.ServedTime;
import ledger.domain.account.SourceRecord;
import ledger.domain.rulebook.Rulebooks;

/** A second node on the database of a running ledger, which shares nothing else with it; and sessions to record. */
public final class Nodes {

    public static final Activity ACTIVITY = new Activity("读书会", "culture", "陪读", "青禾社区", "person-1", "person-2");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Nodes() {}

    /** A bus for hour accounts with an event store, locks and repository of its own. */
    static GroupCommitCommandBus second(TestLedger ledger) {
        return second(ledger, new HotAccounts());
    }

    static GroupCommitCommandBus second(TestLedger ledger, HotAccounts hot) {
        return bus(
                ledger.get(JdbcTemplate.class), ledger.get(TransactionManager.class), ledger.get(LedgerClock.class),
                ledger.get(Rulebooks.class), hot, facts -> { });
    }

    /** @param trouble asked before each append, which it may make fail */
    static GroupCommitCommandBus troubled(TestLedger ledger, BeforeAppend trouble) {
        return bus(
                ledger.get(JdbcTemplate.class), ledger.get(TransactionManager.class), ledger.get(LedgerClock.class),
                ledger.get(Rulebooks.class), new HotAccounts(5_000), trouble);
    }

    static GroupCommitCommandBus bus(
            JdbcTemplate jdbc, TransactionManager transactions, LedgerClock clock, Rulebooks rulebooks) {
        return bus(jdbc, transactions, clock, rulebooks, new HotAccounts(), facts -> { });
    }

    private static GroupCommitCommandBus bus(
            JdbcTemplate jdbc,
            TransactionManager transactions,
            LedgerClock clock,
            Rulebooks rulebooks,
            HotAccounts hot,
            BeforeAppend trouble) {
        OrderedEventStorageEngine engine = engine(jdbc, clock, trouble);
        StorageConfiguration storage = new StorageConfiguration();
        GroupCommitCommandBus bus = new GroupCommitCommandBus(
                transactions,
                new ReadAhead(new Briefing(new Claims(jdbc), new OrganizationTable(jdbc)), engine, hot),
                storage.provenance(), new EventStoreFacts(engine, jdbc)::head, written -> { });
        subscribe(bus, storage.eventStore(engine), hot, rulebooks);
        bus.start();
        return bus;
    }

    static OrderedEventStorageEngine engine(JdbcTemplate jdbc, LedgerClock clock) {
        return engine(jdbc, clock, facts -> { });
    }

    private static OrderedEventStorageEngine engine(JdbcTemplate jdbc, LedgerClock clock, BeforeAppend trouble) {
        ReferenceTables reference = new ReferenceTables(jdbc, new Claims(jdbc));
        return OrderedEventStorageEngine.create(
                jdbc, new FactSerializer(), new EventUpcasterChain(new FactUpcaster()),
                facts -> {
                    trouble.write(facts);
                    reference.write(facts);
                },
                clock);
    }

    private static void subscribe(
            GroupCommitCommandBus bus, EmbeddedEventStore store, HotAccounts hot, Rulebooks rulebooks) {
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(HourAccountAggregate.class),
                new SimpleResourceParameterResolverFactory(List.of(rulebooks)));
        AggregateAnnotationCommandHandler.Builder<HourAccountAggregate> handler =
                AggregateAnnotationCommandHandler.builder();
        handler.aggregateType(HourAccountAggregate.class)
                .repository(hot.repository(store, parameters))
                .parameterResolverFactory(parameters)
                .commandTargetResolver(command -> new VersionedAggregateIdentifier(
                        (Object) ((LedgerCommand) command.getPayload()).aggregateId(), null))
                .build()
                .subscribe(bus);
    }

    /** An hour of service on a day of its own, so that it overlaps no other. */
    public static RecordService record(String who, String system, int number) {
        return record(who, system, number, ACTIVITY);
    }

    public static RecordService record(String who, String system, int number, Activity activity) {
        LocalDateTime from = LocalDate.parse("2024-01-01").plusDays(number).atTime(9, 0);
        LocalDate today = LocalDate.parse("2026-03-09");
        return new RecordService(
                "account-" + who, "volunteer-" + who, new SourceRecord(system, "record-" + number),
                "organization-station", "organization-station", activity,
                ServedTime.interval(from, from.plusHours(1), SHANGHAI, 0), EvidenceGrade.SYSTEM_TIMED, null,
                new RecordingFacts(
                        true, true, true, today.atTime(10, 0).atZone(SHANGHAI).toInstant(), today,
                        "default-cn/2026-1", new Claim.Unclaimed(), Circumstances.UNKNOWN));
    }
}
