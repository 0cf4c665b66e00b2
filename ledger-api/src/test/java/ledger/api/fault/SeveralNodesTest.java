package ledger.api.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import ledger.api.fault.ServeNode.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/** Three services on one database server, killed in turn under load, any request to any of them. */
@Tag("faults")
class SeveralNodesTest {

    private static final long SEED = Long.getLong("ledger.faults.seed", 20261124);
    private static final Duration TAKEN_OVER = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    @Test
    void totalsAreExactAndViewsAreTakenOverWhicheverNodeDies() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            Settings settings = Settings.USUAL.with(Map.of(
                    "LEDGER_DB_URL", server.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""),
                    "LEDGER_DB_USER", "postgres", "LEDGER_DB_CONNECTIONS", "12"));
            List<ServeNode> nodes = new CopyOnWriteArrayList<>();
            for (String name : List.of("a", "b", "c")) {
                nodes.add(ServeNode.start(Files.createDirectory(directory.resolve(name)), settings));
            }
            try {
                killInTurn(nodes, settings);
            } finally {
                nodes.forEach(ServeNode::kill);
            }
        }
    }

    private void killInTurn(List<ServeNode> nodes, Settings settings) throws Exception {
        Random random = new Random(SEED);
        Load load = Town.load(nodes.getFirst());
        Random choice = new Random(SEED + 1);
        load.begin(6, SEED, () -> {
            synchronized (choice) {
                return nodes.get(choice.nextInt(nodes.size()));
            }
        });
        List<Long> takeovers = new ArrayList<>();
        try {
            for (ServeNode victim : nodes) {
                load.awaitAnswers(20 + random.nextInt(60));
                victim.kill();
                ServeNode other = nodes.get((nodes.indexOf(victim) + 1) % nodes.size());
                takeovers.add(viewsReachHead(other));
                victim.startAgain(settings);
            }
            load.awaitAnswers(40);
        } catch (Throwable e) {
            load.abandon();
            throw e;
        }
        load.end();
        for (ServeNode node : nodes) {
            assertThat(Audit.of(node, load)).as("seed %d", SEED).isEqualTo(new Audit(load.acknowledged(), 0, 0));
        }
        Audit.viewsAreThoseOfTheFacts(nodes.getFirst());
        System.out.printf(
                "several nodes: seed %d, acknowledged %d, in doubt %d, lost 0, doubled 0, "
                        + "views taken over after ms %s%n",
                SEED, load.acknowledged(), load.inDoubt(), takeovers);
    }

    /** Milliseconds until every view of a node was true up to what had been written when another died. */
    private static long viewsReachHead(ServeNode node) throws IOException {
        long began = System.nanoTime();
        long head = node.get("/api/v1/position").path("position").asLong();
        while (true) {
            JsonNode standing = node.get("/api/v1/position");
            long slowest = standing.path("views").valueStream().mapToLong(JsonNode::asLong).min().orElse(0);
            if (slowest >= head) {
                return Duration.ofNanos(System.nanoTime() - began).toMillis();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).as("%s", standing).isLessThan(TAKEN_OVER);
            ServeNode.pause(20);
        }
    }
}
