package ledger.api.ground.axonserver;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.grpc.Status;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ledger.domain.account.HourAccountEvent.ServiceCertified;
import ledger.projections.FactsAwayException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Positions come from the server's sequence, and from nothing that it does not promise. */
class ServerOrderTest {

    private final StubAxonServer stub = StubAxonServer.running();
    private final AxonServerLink link = new AxonServerLink(configuration(stub));
    private final ServerOrder order = new ServerOrder(link, 0);

    private static AxonServerConfiguration configuration(StubAxonServer stub) {
        AxonServerConfiguration configuration = new AxonServerConfiguration();
        configuration.setServers(stub.address());
        return configuration;
    }

    @AfterEach
    void stop() {
        link.close();
        stub.close();
    }

    @Test
    void positionsBeginAtOneAndReadingBeginsAfterAPosition() {
        assertThat(order.head()).isZero();
        assertThat(order.after(0, 10)).isEmpty();
        store(5);
        assertThat(order.head()).isEqualTo(5);
        assertThat(order.after(0, 3)).extracting(EventWithToken::getToken).containsExactly(0L, 1L, 2L);
        assertThat(order.after(3, 10)).extracting(EventWithToken::getToken).containsExactly(3L, 4L);
        assertThat(order.after(5, 10)).isEmpty();
        assertThat(order.find(Set.of(stub.events.stored.get(3).getMessageIdentifier()), 1)).containsValue(4L);
    }

    @Test
    void nothingIsReadPastAGap() {
        store(4);
        stub.events.gapAt = 2;
        assertThat(order.after(0, 2)).hasSize(2);
        assertThatThrownBy(() -> order.after(0, 4))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("position 4 where 3 comes next");
    }

    @Test
    void whileTheServerIsAwayTheLastKnownPositionIsAllThatIsSaid() {
        store(2);
        assertThat(order.head()).isEqualTo(2);
        stub.stop();
        assertThatThrownBy(order::head).isInstanceOf(FactsAwayException.class).hasMessageContaining(stub.address());
        assertThat(order.headOrLastKnown()).isEqualTo(2);
    }

    @Test
    void nothingIsWrittenToAServerThatHasFewerFactsThanAreKnown() {
        store(3);
        assertThat(new ServerOrder(link, 3).headToWriteAfter()).isEqualTo(3);
        assertThatThrownBy(() -> new ServerOrder(link, 7).headToWriteAfter())
                .isInstanceOf(FactsAwayException.class)
                .hasMessageContaining("has 3 facts where 7 are known");
    }

    @Test
    void onlyThreeFailuresAreCertainAndAllOthersLeaveDoubt() {
        assertThat(failure("AXONIQ-2000")).isInstanceOf(ConcurrencyException.class);
        for (String certain : List.of("AXONIQ-2001", "AXONIQ-3002", "AXONIQ-1000", "AXONIQ-1001")) {
            assertThat(failure(certain)).as(certain).isInstanceOf(EventStoreException.class);
        }
        for (String doubt : List.of("AXONIQ-2100", "AXONIQ-3001", "AXONIQ-9100", "AXONIQ-0001", "AXONIQ-7777")) {
            assertThat(failure(doubt)).as(doubt).isInstanceOf(FactsAwayException.class);
        }
        assertThat(StoreErrors.of("server", Status.OUT_OF_RANGE
                        .withDescription("[AXONIQ-2000] Invalid sequence number").asRuntimeException()))
                .as("named in the text alone").isInstanceOf(ConcurrencyException.class);
    }

    private static RuntimeException failure(String code) {
        return StoreErrors.of("server", StubEvents.error(Status.INTERNAL, code));
    }

    private void store(int facts) {
        List<Event> events = IntStream.range(0, facts)
                .mapToObj(i -> OnAxonServer.foreign(
                        new ServiceCertified("account-1", "entry-" + i, LocalDate.parse("2026-03-09"), 60), i))
                .toList();
        assertThat(stub.events.store(events)).isTrue();
    }
}
