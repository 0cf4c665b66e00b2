package ledger.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import ledger.api.intake.RegisterIntake.Layout;

import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static org.assertj.core.api.Assertions.assertThat;

/** The service is killed in the middle of an import: what it acknowledged is there, once. */
class NothingLostTest {

    private static final long SEED = 20260305;

    @TempDir
    Path data;

    @Test
    void everyAcknowledgedRowIsThereOnceAfterTheServiceWasKilledAndTheFileSentAgain() throws Exception {
        Random random = new Random(SEED);
        Set<String> acknowledged = new TreeSet<>();
        Process service = serve();
        try {
            Fixtures.loadRegisters(client());
            int killAfter = 100 + random.nextInt(300);
            List<JsonNode> answered = importUntilKilled(service, killAfter);
            answered.forEach(verdict -> acknowledged.add(verdict.path("id").asString()));
            assertThat(acknowledged).as("seed " + SEED).hasSizeGreaterThanOrEqualTo(killAfter);

            service = serve();
            List<JsonNode> again = Fixtures.roster(client(), "application/x-ndjson", Fixtures.file("roster.ndjson"));

            assertThat(again).hasSize(808);
            assertThat(again).allMatch(verdict -> verdict.path("verdict").asString().matches("accepted|duplicate"));
            Set<String> standing = new TreeSet<>();
            again.forEach(verdict -> standing.add(verdict.path("id").asString()));
            assertThat(standing).hasSize(808).containsAll(acknowledged);
            assertThat(again.stream().filter(verdict -> acknowledged.contains(verdict.path("id").asString())))
                    .allMatch(verdict -> verdict.path("verdict").asString().equals("duplicate"));
            assertCountedOnce();
        } finally {
            service.destroy();
            assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void assertCountedOnce() {
        JsonNode round = client().post("/api/v1/rounds", Map.of("asOf", "2027-01-31"));
        assertThat(round.path("certified").asInt()).isEqualTo(808);
        JsonNode replay = client().post("/api/v1/replays", Map.of("compare", true));
        assertThat(replay.path("entries").asInt()).isEqualTo(808);
        assertThat(replay.path("differing").asInt()).isZero();
        JsonNode utf8 = Fixtures.send(client(), Layout.ROSTER, "roster-utf8.csv");
        assertThat(utf8.path("accepted").asInt()).isEqualTo(806);
    }

    private List<JsonNode> importUntilKilled(Process service, int killAfter) {
        List<JsonNode> answered = new ArrayList<>();
        boolean broken = false;
        try {
            client().upload("/api/v1/rosters", "application/x-ndjson", ofByteArray(Fixtures.file("roster.ndjson")),
                    verdict -> {
                        answered.add(verdict);
                        if (answered.size() == killAfter) {
                            service.destroyForcibly();
                        }
                    });
        } catch (UncheckedIOException | IllegalStateException e) {
            broken = true;
        }
        assertThat(broken).as("the service died before it had answered the whole file").isTrue();
        return answered;
    }

    private LedgerClient client() {
        return OwnProcess.client(data);
    }

    private Process serve() throws IOException, InterruptedException {
        return OwnProcess.serve(data);
    }
}
