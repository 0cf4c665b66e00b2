package ledger.api.ground.axonserver;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.Nodes;
import ledger.domain.Decision;
import ledger.projections.Followers;
import ledger.projections.account.FindCertifiedMinutes;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that is away costs readiness, never the service; everything comes back with it, by itself. */
class AxonServerAwayTest {

    @Test
    void theServiceStartsWithoutItsServerTellsSoAndIsReadyOnceItIsThere() {
        try (StubAxonServer stub = StubAxonServer.down(); OnAxonServer on = OnAxonServer.start(stub)) {
            HttpResponse<String> readiness = on.get("/actuator/health/readiness");
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(readiness.body()).contains("DOWN").contains("Axon Server " + stub.address())
                    .contains("trying again");
            assertThat(on.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(on.get("/api/v1/position").statusCode()).as("reading goes on").isEqualTo(200);

            stub.start();
            on.ready();
            OnAxonServer.soon("readiness", () -> on.get("/actuator/health/readiness").statusCode() == 200);
            assertThat(recorded(on, "first", 1)).isInstanceOf(Decision.Accepted.class);

            goesOnAfterARestart(on);
        }
    }

    private static void goesOnAfterARestart(OnAxonServer on) {
        on.stub.stop();
        List<CompletableFuture<Receipt>> sent = IntStream.range(0, 20)
                .mapToObj(i -> on.ledger.get(CommandDesk.class).submit(
                        new Asked(Nodes.record("meanwhile-" + i, "meanwhile", i), Map.of()), Actor.LEDGER))
                .toList();
        OnAxonServer.soon("not ready", () -> on.get("/actuator/health/readiness").statusCode() == 503);
        on.stub.start();
        long since = System.nanoTime();
        assertThat(sent).allSatisfy(receipt -> assertThat(receipt).succeedsWithin(Duration.ofSeconds(60)));
        assertThat(on.stored("account-meanwhile-")).hasSize(20);
        long last = sent.stream().mapToLong(receipt -> receipt.join().position()).max().orElseThrow();
        Followers views = on.ledger.get(Followers.class);
        assertThat(views.await(last, Duration.ofSeconds(20), views.rooms())).isTrue();
        System.out.printf("after the restart: 20 commands and all views in %d ms%n",
                (System.nanoTime() - since) / 1_000_000);
        OnAxonServer.soon("questions find their way again",
                () -> on.stub.queries.answering(FindCertifiedMinutes.class.getName()) == 1);
        assertThat(recorded(on, "second", 2)).isInstanceOf(Decision.Accepted.class);
    }

    private static Decision<?> recorded(OnAxonServer on, String who, int number) {
        return on.ledger.get(CommandDesk.class).send(Nodes.record(who, "away", number), Actor.LEDGER).decision();
    }
}
