package ledger.api.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;

import tools.jackson.databind.JsonNode;

import ledger.api.fault.ServeNode.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/** How each fault is brought about while clients send, and how the ledger is brought back where it does not itself. */
final class Faults {

    private static final long PAUSE_MILLISECONDS = 1_000 * Long.getLong("ledger.faults.pauseSeconds", 3);

    private final ServeNode node;
    private final Load load;
    private final Random random;

    Faults(ServeNode node, Load load, Random random) {
        this.node = node;
        this.load = load;
        this.random = random;
    }

    /** Everything runs as usual when it returns. */
    void strike(Fault fault) throws IOException, SQLException {
        load.awaitAnswers(5 + random.nextInt(40));
        switch (fault) {
            case SERVICE_KILLED -> {
                node.kill();
                node.startAgain(Settings.USUAL);
            }
            case DATABASE_KILLED -> Machine.kill(node.database());
            case BOTH_KILLED -> bothKilled();
            case DATABASE_PAUSED -> paused();
            case POOL_EXHAUSTED -> again(Settings.USUAL.with(Map.of("LEDGER_DB_CONNECTIONS", "3")));
            case CLOCK_JUMPS -> clockJumps();
            case POISONED_FACT -> poisoned();
            case STALE_LOCK_FILE -> staleLockFile();
            case CHINESE_LOCALE ->
                again(Settings.USUAL.with(Map.of("LANG", "zh_CN.GBK", "LC_ALL", "zh_CN.GBK", "LANGUAGE", "zh_CN")));
            case DISK_FULL, ORDINARY_USER -> throw new IllegalArgumentException(fault + " needs a ledger of its own");
        }
        load.awaitAnswers(20);
    }

    private void bothKilled() {
        ProcessHandle database = node.database();
        node.kill();
        Machine.kill(database);
        node.startAgain(Settings.USUAL);
    }

    private void paused() {
        ProcessHandle database = node.database();
        Machine.signal("STOP", database);
        ServeNode.pause(PAUSE_MILLISECONDS);
        Machine.signal("CONT", database);
    }

    /** Work for a while with other settings. */
    private void again(Settings settings) {
        node.stop();
        node.startAgain(settings);
        load.awaitAnswers(60);
    }

    private void clockJumps() throws SQLException {
        for (String day : List.of("2028-01-10", "2026-06-01", "2027-03-03")) {
            again(Settings.USUAL.serving("--simulate", day));
        }
        again(Settings.USUAL);
        assertThat(count("""
                SELECT count(*) FROM (SELECT position, lag(position) OVER (ORDER BY instant) AS earlier
                FROM facts.ledger_time) mark WHERE position <= earlier"""))
                .as("a later second has a later position").isZero();
    }

    /** The account of one volunteer cannot be folded: it is parked and shown, the others go on; then it is retried. */
    private void poisoned() throws SQLException {
        String volunteer = load.volunteers().get(random.nextInt(load.volunteers().size()));
        JsonNode entry = node.get("/api/v1/volunteers/" + volunteer + "/entries").path("entries").get(0);
        String account = entry.path("accountId").asString();
        execute("ALTER TABLE views_v1.entry ADD CONSTRAINT poison CHECK (account_id <> '" + account + "') NOT VALID");
        load.awaitAnswers(40);
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (deadLetters().path("deadLetters").isEmpty()) {
            assertThat(System.nanoTime()).as("the poisoned fact is parked").isLessThan(deadline);
            ServeNode.pause(100);
        }
        deadLetters().path("deadLetters")
                .forEach(letter -> assertThat(letter.path("aggregateId").asString()).isEqualTo(account));
        assertThat(views().path("state").asString()).isEqualTo("DEGRADED");
        assertThat(views().path("rooms").path("account").path("parked").asLong()).isPositive();
        assertThat(node.postJson("/api/v1/dead-letters/retry", "{}").path("parked").asLong()).isPositive();
        execute("ALTER TABLE views_v1.entry DROP CONSTRAINT poison");
        JsonNode retried = node.postJson("/api/v1/dead-letters/retry", "{\"room\": \"account\"}");
        assertThat(retried.path("folded").asInt()).isPositive();
        assertThat(retried.path("parked").asLong()).isZero();
        assertThat(views().path("state").asString()).isEqualTo("WELL");
    }

    private JsonNode deadLetters() {
        return node.get("/api/v1/dead-letters");
    }

    private JsonNode views() {
        return node.get("/actuator/health").path("components").path("views").path("details");
    }

    /** Both are killed, and the number in the lock file has meanwhile become that of a foreign process. */
    private void staleLockFile() throws IOException {
        Path lockFile = node.data().resolve("postgres/postmaster.pid");
        ProcessHandle database = node.database();
        node.kill();
        List<String> lines = Files.readAllLines(lockFile);
        Machine.kill(database);
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(lockFile, lines);
        node.startAgain(Settings.USUAL);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = owner(node); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = owner(node);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static Connection owner(ServeNode node) throws SQLException {
        return DriverManager.getConnection(node.databaseUrl(), "postgres", "");
    }
}
