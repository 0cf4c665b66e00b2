package ledger.api.fault;

import java.sql.SQLException;
import java.util.Random;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The account of one volunteer cannot be folded: it is parked and shown, the others go on; then it is retried. */
final class Poison {

    private final Cluster cluster;
    private final Load load;
    private final ServeNode node;
    private final String volunteer;

    Poison(Installation installation, Random random) {
        this.cluster = installation.cluster();
        this.load = installation.load();
        this.node = installation.any(random);
        this.volunteer = load.record().sessions().stream()
                .map(ClientRecord.Session::volunteer).sorted()
                .skip(random.nextInt(load.record().acknowledged())).findFirst().orElseThrow();
    }

    void strike() throws SQLException {
        Audit.viewsReachHead(node, 60);
        JsonNode page = node.get("/api/v1/volunteers/" + volunteer + "/entries");
        assertThat(page.path("entries").isEmpty())
                .as("%s has no entries: %s; %s", volunteer, page, node.get("/api/v1/dead-letters")).isFalse();
        String account = page.path("entries").get(0).path("accountId").asString();
        cluster.execute(
                "ALTER TABLE views_v1.entry ADD CONSTRAINT poison CHECK (account_id <> '" + account + "') NOT VALID");
        awaitLetters();
        JsonNode letters = node.get("/api/v1/dead-letters").path("deadLetters");
        letters.forEach(letter -> assertThat(letter.path("aggregateId").asString()).isEqualTo(account));
        assertThat(views().path("state").asString()).isEqualTo("DEGRADED");
        assertThat(views().path("rooms").path("account").path("parked").asLong()).isPositive();
        load.awaitAnswers(40);
        Audit.viewsReachHead(node, 60);
        assertThat(node.postJson("/api/v1/dead-letters/retry", "{}").path("parked").asLong())
                .as("it is poison still").isPositive();
        cluster.execute("ALTER TABLE views_v1.entry DROP CONSTRAINT poison");
        JsonNode retried = node.postJson("/api/v1/dead-letters/retry", "{\"room\": \"account\"}");
        assertThat(retried.path("folded").asInt()).isPositive();
        assertThat(retried.path("parked").asLong()).isZero();
        assertThat(views().path("rooms").path("account").path("parked").asLong()).isZero();
    }

    private void awaitLetters() {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (node.get("/api/v1/dead-letters").path("deadLetters").isEmpty()) {
            assertThat(System.nanoTime()).as("the poisoned fact is parked").isLessThan(deadline);
            ServeNode.pause(100);
        }
    }

    private JsonNode views() {
        return node.get("/actuator/health").path("components").path("views").path("details");
    }
}
