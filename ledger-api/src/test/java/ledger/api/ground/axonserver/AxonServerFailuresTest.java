package ledger.api.ground.axonserver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.axoniq.axonserver.grpc.event.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.GroupCommitCommandBus.ContendedException;
import ledger.api.ground.Nodes;
import ledger.domain.Decision;
import ledger.domain.LedgerIds;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.HourAccountCommand.RaiseObjection;
import ledger.domain.account.HourAccountCommand.UpholdObjection;
import ledger.domain.account.HourAccountEvent.ServiceCertified;
import ledger.domain.account.HourAccountEvent.ServiceRecorded;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;
import ledger.projections.FactSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whatever breaks between the ledger and Axon Server: nothing acknowledged is lost, nothing counts twice. */
@ResourceLock(OnAxonServer.SHARED)
class AxonServerFailuresTest {

    private static final AnnexNote NOTE = new AnnexNote("note-1", "digest");

    private final OnAxonServer on = OnAxonServer.shared();
    private final CommandDesk desk = on.ledger.get(CommandDesk.class);
    private final StubEvents events = on.stub.events;
    private final JdbcTemplate jdbc = on.ledger.get(JdbcTemplate.class);

    @AfterEach
    void everyFaultOfTheScriptWasPlayed() {
        assertThat(events.faults).isEmpty();
        assertThat(on.stub.commands.faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = StubEvents.Fault.class, names = {"LOST_AFTER", "LOST_BEFORE", "SILENT_AFTER"})
    void anAppendInDoubtIsStoredOnceAndAnsweredAsStored(StubEvents.Fault fault) {
        String who = "doubt-" + fault.name().toLowerCase();
        events.faults.add(fault);
        Receipt receipt = desk.send(Nodes.record(who, who, 1), Actor.LEDGER);
        assertThat(receipt.decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(on.types("account-" + who)).containsExactly("ServiceRecorded");
        assertThat(on.ledger.get(FactSource.class).after(0, 10_000).stream()
                        .filter(fact -> fact.aggregateId().equals("account-" + who)))
                .allMatch(fact -> fact.position() <= receipt.position())
                .hasSize(1);
    }

    @Test
    void aGroupInDoubtIsStoredOnceAsAWhole() {
        events.faults.add(StubEvents.Fault.LOST_AFTER);
        List<Receipt> receipts = desk.sendAll(
                IntStream.range(0, 40)
                        .mapToObj(i -> new Asked(Nodes.record("whole-" + i, "whole", i), Map.of()))
                        .toList(),
                Actor.LEDGER);
        assertThat(receipts).allMatch(receipt -> receipt.decision() instanceof Decision.Accepted);
        assertThat(on.stored("account-whole-")).hasSize(40);
    }

    @ParameterizedTest
    @EnumSource(value = StubCommands.Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "HANDLED_SILENT")
    void aCommandInDoubtIsSentAgainUnderItsOwnIdAndAnsweredAsStored(StubCommands.Fault fault) {
        String who = "sent-" + fault.name().toLowerCase().replace('_', '-');
        String account = "account-" + who;
        String entry = LedgerIds.entry(who, "record-1", 1);
        desk.send(Nodes.record(who, who, 1), Actor.LEDGER);
        desk.send(new RaiseObjection(account, entry, NOTE, LocalDate.parse("2026-03-10")), Actor.LEDGER);
        on.stub.commands.dispatched.clear();
        on.stub.commands.faults.add(fault);
        Receipt receipt = desk.send(
                new UpholdObjection(account, entry, new Officer("organization-station", Tier.OWN), NOTE,
                        LocalDate.parse("2026-03-11")),
                Actor.LEDGER);
        assertThat(receipt.decision()).as("repeated by a client it would be refused: no objection is open any more")
                .isInstanceOf(Decision.Accepted.class);
        assertThat(on.types(account)).containsExactly("ServiceRecorded", "ObjectionRaised", "ObjectionUpheld");
        assertThat(on.stub.commands.dispatched).hasSizeGreaterThanOrEqualTo(2);
        assertThat(on.stub.commands.dispatched.stream().distinct()).hasSize(1);
    }

    @Test
    void anAccountThatAnotherNodeHasChangedIsReloadedAndTheCommandRunsAgain() {
        desk.send(Nodes.record("overtaken", "overtaken", 1), Actor.LEDGER);
        String entry = LedgerIds.entry("overtaken", "record-1", 1);
        events.overtaking = appended -> events.store(List.of(OnAxonServer.foreign(
                new ServiceCertified("account-overtaken", entry, LocalDate.parse("2026-04-01"), 60), 1)));
        events.faults.add(StubEvents.Fault.OVERTAKEN);
        Receipt receipt = desk.send(Nodes.record("overtaken", "overtaken", 2), Actor.LEDGER);
        assertThat(receipt.decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(on.types("account-overtaken"))
                .containsExactly("ServiceRecorded", "ServiceCertified", "ServiceRecorded");
    }

    @Test
    void aCommandOvertakenByItselfIsAnsweredAsStored() {
        events.overtaking = appended -> events.store(new ArrayList<>(appended));
        events.faults.add(StubEvents.Fault.OVERTAKEN);
        Receipt receipt = desk.send(Nodes.record("twin", "twin", 1), Actor.LEDGER);
        assertThat(receipt.decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(on.types("account-twin")).containsExactly("ServiceRecorded");
    }

    @Test
    void aRefusalThatIsCertainIsToldAtOnceAndDisturbsNothing() {
        events.faults.add(StubEvents.Fault.TOO_LARGE);
        assertThatThrownBy(() -> desk.send(Nodes.record("large", "large", 1), Actor.LEDGER))
                .hasMessageContaining("AXONIQ-2001");
        assertThat(on.types("account-large")).isEmpty();
        assertThat(desk.send(Nodes.record("large", "large", 1), Actor.LEDGER).decision())
                .as("the claim that was left behind is its own").isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void r9_oneSourceRecordSentForTwoAccountsAtOnceCountsOnce() {
        List<CompletableFuture<Receipt>> receipts = IntStream.range(0, 60)
                .mapToObj(i -> desk.submit(
                        new Asked(Nodes.record("race-" + i % 2, "race", i / 2), Map.of()), Actor.LEDGER))
                .toList();
        assertThat(receipts.stream().map(CompletableFuture::join)
                        .filter(receipt -> receipt.decision() instanceof Decision.Accepted))
                .hasSize(30);
        assertThat(on.stored("account-race-")).hasSize(30);
    }

    @Test
    void r9_aRecordClaimedByANodeThatDiedIsHeldBackAndThenFreed() {
        jdbc.update("""
                INSERT INTO reference.pending_claim VALUES
                  ('dead', 'record-1', 'account-dead-a', 'entry-dead', 1, 0, clock_timestamp())
                """);
        assertThatThrownBy(() -> desk.send(Nodes.record("dead-b", "dead", 1), Actor.LEDGER))
                .isInstanceOf(ContendedException.class);
        assertThat(on.types("account-dead-b")).isEmpty();
        jdbc.update("UPDATE reference.pending_claim SET claimed_at = clock_timestamp() - interval '2 minutes' "
                + "WHERE source_system = 'dead'");
        OnAxonServer.soon("the claim is freed", () -> pending("dead") == 0);
        assertThat(desk.send(Nodes.record("dead-b", "dead", 1), Actor.LEDGER).decision())
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void r9_anEntryThatCameAfterItsRecordWasGivenAwayIsRevoked() {
        desk.send(Nodes.record("late-a", "late", 1), Actor.LEDGER);
        Event first = on.stored("account-late-a").getFirst();
        ServiceRecorded recorded = (ServiceRecorded) on.ledger.get(FactSource.class).after(0, 10_000).stream()
                .filter(fact -> fact.aggregateId().equals(first.getAggregateIdentifier()))
                .findFirst().orElseThrow().fact();
        events.store(List.of(OnAxonServer.foreign(
                new ServiceRecorded(
                        "account-late-b", "entry-late-b", recorded.entry(), recorded.countsFrom(), false),
                0)));
        OnAxonServer.soon("the later entry is revoked", () -> on.types("account-late-b").size() == 2);
        assertThat(on.types("account-late-b")).containsExactly("ServiceRecorded", "ServiceRevoked");
        assertThat(on.types("account-late-a")).containsExactly("ServiceRecorded");
    }

    @Test
    void claimsAreGoneOnceTheirFactsWereFollowed() {
        desk.send(Nodes.record("settled", "settled", 1), Actor.LEDGER);
        OnAxonServer.soon("claims are settled", () -> pending("settled") == 0);
        assertThat(jdbc.queryForObject(
                        "SELECT open FROM reference.source_claim WHERE source_system = 'settled'", Boolean.class))
                .isTrue();
    }

    private int pending(String system) {
        return jdbc.queryForList(
                "SELECT 1 FROM reference.pending_claim WHERE source_system = ?", Integer.class, system).size();
    }
}
