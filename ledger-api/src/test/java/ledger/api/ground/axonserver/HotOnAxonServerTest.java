package ledger.api.ground.axonserver;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.Nodes;
import ledger.domain.Decision;
import ledger.domain.LedgerIds;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.HourAccountCommand.UpholdObjection;
import ledger.domain.account.HourAccountEvent.ObjectionRaised;
import ledger.domain.account.Officer;
import ledger.domain.account.Tier;
import ledger.projections.FactsAwayException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Accounts stay in memory between commands on Axon Server too, and nothing is decided on a stale one. */
@ResourceLock(OnAxonServer.SHARED)
class HotOnAxonServerTest {

    private static final AnnexNote NOTE = new AnnexNote("note-1", "digest");
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    private final OnAxonServer on = OnAxonServer.shared();
    private final CommandDesk desk = on.ledger.get(CommandDesk.class);
    private final AxonServerStorageEngine engine = on.ledger.get(AxonServerStorageEngine.class);

    @Test
    void ofAnAccountInMemoryOnlyTheLastFactIsAskedFor() {
        for (int number = 1; number <= 5; number++) {
            desk.send(Nodes.record("hot", "hot", number), Actor.LEDGER);
        }
        assertThat(factsRead("account-hot")).as("nothing for the first, and the last one for each other").isEqualTo(4);
    }

    private int factsRead(String account) {
        synchronized (on.stub.events) {
            return Collections.frequency(on.stub.events.read, account);
        }
    }

    @Test
    void whatAnotherNodeHasWrittenIsSeenByACommandThatWouldHaveBeenRefusedWithoutIt() {
        String entry = LedgerIds.entry("stale", "record-1", 1);
        desk.send(Nodes.record("stale", "stale", 1), Actor.LEDGER);
        on.stub.events.store(List.of(
                OnAxonServer.foreign(new ObjectionRaised("account-stale", entry, NOTE, DAY, 3), 1)));
        UpholdObjection uphold = new UpholdObjection(
                "account-stale", entry, new Officer("organization-station", Tier.OWN), NOTE, DAY);
        assertThat(desk.send(uphold, Actor.LEDGER).decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(on.types("account-stale")).containsExactly("ServiceRecorded", "ObjectionRaised", "ObjectionUpheld");
    }

    @Test
    void nothingIsDecidedOnWhatAServerSaysThatLagsBehind() {
        desk.send(Nodes.record("lagging", "lagging", 1), Actor.LEDGER);
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        try {
            on.stub.events.readFaults.add(StubEvents.ReadFault.LAGS);
            assertThatThrownBy(() -> engine.readAhead(List.of("account-lagging"), Map.of("account-lagging", 0L)))
                    .isInstanceOf(FactsAwayException.class)
                    .hasMessageContaining("does not have fact 0 of account-lagging");
            assertThat(engine.readAhead(List.of("account-lagging"), Map.of("account-lagging", 0L))).isEmpty();
        } finally {
            work.rollback();
        }
    }
}
