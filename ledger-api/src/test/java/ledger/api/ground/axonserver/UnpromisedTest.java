package ledger.api.ground.axonserver;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.GroupCommitCommandBus;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.Nodes;
import ledger.domain.Decision;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.projections.FactsAwayException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the protocol of Axon Server does not promise is not relied on. */
@ResourceLock(OnAxonServer.SHARED)
class UnpromisedTest {

    private final OnAxonServer on = OnAxonServer.shared();
    private final CommandDesk desk = on.ledger.get(CommandDesk.class);
    private final EventStorageEngine engine = on.ledger.get(EventStorageEngine.class);

    @AfterEach
    void everyFaultOfTheScriptWasPlayed() {
        assertThat(on.stub.events.readFaults).isEmpty();
        assertThat(on.stub.commands.faults).isEmpty();
    }

    @Test
    void aCommandThatNobodyAnswersIsSentAgainAndAnsweredAsStored() {
        on.stub.commands.faults.add(StubCommands.Fault.HANDLED_SILENT);
        on.stub.commands.dispatched.clear();
        AxonServerCommandBus server = AxonServerStorage.commandsOf(
                on.ledger.get(AxonServerLink.class), new LocalSegment(on.ledger.get(GroupCommitCommandBus.class)));
        try (RoutedCommands commands = new RoutedCommands(server, Duration.ofMillis(500), name -> { })) {
            CompletableFuture<CommandDesk.Receipt> receipt = new CommandDesk(commands, on.ledger.get(LedgerClock.class))
                    .submit(new CommandDesk.Asked(Nodes.record("silent", "silent", 1), Map.of()), Actor.LEDGER);
            assertThat(receipt).succeedsWithin(Duration.ofSeconds(10))
                    .satisfies(answer -> assertThat(answer.decision()).isInstanceOf(Decision.Accepted.class));
        }
        assertThat(on.types("account-silent")).containsExactly("ServiceRecorded");
        assertThat(on.stub.commands.dispatched).hasSizeGreaterThan(1);
        assertThat(on.stub.commands.dispatched.stream().distinct()).hasSize(1);
    }

    @Test
    void aCommandThatTheServerSaysNobodyHandlesIsToldToItAnew() {
        on.stub.commands.forget(RecordService.class.getName());
        CompletableFuture<CommandDesk.Receipt> receipt = desk.submit(
                new CommandDesk.Asked(Nodes.record("untold", "untold", 1), Map.of()), Actor.LEDGER);
        assertThat(receipt).succeedsWithin(Duration.ofSeconds(20));
        assertThat(on.types("account-untold")).containsExactly("ServiceRecorded");
    }

    @Test
    void whoeverIsInterruptedWhileReadingIsNotGivenAPartForTheWhole() throws InterruptedException {
        desk.send(Nodes.record("partial", "partial", 1), Actor.LEDGER);
        desk.send(Nodes.record("partial", "partial", 2), Actor.LEDGER);
        on.stub.events.readFaults.add(StubEvents.ReadFault.HOLDS);
        AtomicReference<Object> outcome = new AtomicReference<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            try {
                outcome.set(read("account-partial"));
            } catch (RuntimeException e) {
                outcome.set(e);
            }
        });
        OnAxonServer.soon("the reading has begun", () -> on.stub.events.readFaults.isEmpty());
        TimeUnit.MILLISECONDS.sleep(200);
        reader.interrupt();
        reader.join(Duration.ofSeconds(10));
        assertThat(outcome.get()).isInstanceOf(FactsAwayException.class);
        assertThat(read("account-partial")).hasSize(2);
    }

    @Test
    void nothingIsDecidedOnAnAccountWithAHole() {
        desk.send(Nodes.record("hole", "hole", 1), Actor.LEDGER);
        desk.send(Nodes.record("hole", "hole", 2), Actor.LEDGER);
        on.stub.events.readFaults.add(StubEvents.ReadFault.SKIPS);
        assertThatThrownBy(() -> read("account-hole"))
                .isInstanceOf(FactsAwayException.class)
                .hasMessageContaining("fact 1 of account-hole where 0 comes next");
        on.stub.events.readFaults.add(StubEvents.ReadFault.SKIPS);
        assertThat(desk.send(Nodes.record("hole", "hole", 3), Actor.LEDGER).decision())
                .as("read again").isInstanceOf(Decision.Accepted.class);
    }

    private List<? extends DomainEventMessage<?>> read(String account) {
        return engine.readEvents(account).asStream().toList();
    }
}
