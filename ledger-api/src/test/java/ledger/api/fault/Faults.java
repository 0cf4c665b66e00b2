package ledger.api.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** How each fault is brought about while clients send, and how the ledger is brought back where it does not itself. */
final class Faults {

    /** Hands beside the usual ones that together want more connections than there are. */
    static final int CROWD = 60;

    private static final long PAUSE_MILLISECONDS = 1_000 * Long.getLong("ledger.fault.pauseSeconds", 30);
    /** Connections of a node, without those that its views may hold. */
    private static final int CONNECTIONS = 14;

    private final Installation installation;
    private final List<ServeNode> nodes;
    private final Cluster cluster;
    private final Load load;
    private final Random random;

    Faults(Installation installation, Random random) {
        this.installation = installation;
        this.nodes = installation.nodes();
        this.cluster = installation.cluster();
        this.load = installation.load();
        this.random = random;
    }

    /** Everything runs as usual when it returns. */
    void strike(Fault fault) throws IOException, SQLException {
        load.awaitAnswers(5 + random.nextInt(60));
        ServeNode.pause(random.nextInt(300));
        switch (fault) {
            case SERVICE_KILLED -> servicesKilled();
            case DATABASE_KILLED -> databaseKilled();
            case BOTH_KILLED -> bothKilled();
            case DATABASE_PAUSED -> paused();
            case POOL_EXHAUSTED -> poolExhausted();
            case CLOCK_JUMPS -> clockJumps();
            case POISONED_FACT -> new Poison(installation, random).strike();
            case DISK_FULL -> diskFull();
            case STALE_LOCK_FILE -> staleLockFile();
            case FOREIGN_HOST -> foreignHost();
        }
        load.awaitAnswers(20);
    }

    /** One, or of several one to all in turn; the views of the others go on within ten seconds. */
    private void servicesKilled() {
        List<ServeNode> victims = new ArrayList<>(nodes);
        Collections.shuffle(victims, random);
        for (ServeNode victim : victims.subList(0, 1 + random.nextInt(victims.size()))) {
            victim.kill();
            if (nodes.size() > 1) {
                Audit.viewsReachHead(nodes.get((nodes.indexOf(victim) + 1) % nodes.size()), 10);
            }
            startAgain(victim);
            load.awaitAnswers(random.nextInt(40));
        }
    }

    /** Now and then it is killed once more, while it starts. */
    private void startAgain(ServeNode node) {
        if (random.nextInt(4) == 0) {
            node.startInVain(random.nextInt(4_000));
        }
        node.startAgain();
    }

    /** The server itself, or one of the processes that work for it, which ends all connections. */
    private void databaseKilled() {
        ProcessHandle server = cluster.server();
        List<ProcessHandle> workers = server.children().toList();
        if (random.nextInt(3) == 0 && !workers.isEmpty()) {
            Machine.kill(workers.get(random.nextInt(workers.size())));
        } else {
            Machine.kill(server);
        }
    }

    private void bothKilled() {
        ServeNode victim = installation.any(random);
        ProcessHandle database = cluster.server();
        if (random.nextBoolean()) {
            Machine.kill(database);
            ServeNode.pause(random.nextInt(200));
            victim.kill();
        } else {
            victim.kill();
            Machine.kill(database);
        }
        startAgain(victim);
    }

    private void paused() {
        ProcessHandle database = cluster.server();
        Machine.signal("STOP", database);
        ServeNode.pause(PAUSE_MILLISECONDS);
        Machine.signal("CONT", database);
    }

    /** Every request waits with a connection in its hands, until there is none left; then all go on at once. */
    private void poolExhausted() throws SQLException {
        try (Connection connection = cluster.connect(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE access.token IN ACCESS EXCLUSIVE MODE");
            long deadline = System.nanoTime() + 60_000_000_000L;
            while (cluster.number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                    < (long) CONNECTIONS * nodes.size()) {
                assertThat(System.nanoTime()).as("the pool is exhausted").isLessThan(deadline);
                ServeNode.pause(50);
            }
            ServeNode.pause(random.nextInt(4) == 0 ? 12_000 : 500 + random.nextInt(3_000));
            connection.rollback();
        }
    }

    /** Of several nodes only one jumps: their clocks are not the same any more. */
    private void clockJumps() throws SQLException {
        ServeNode node = installation.any(random);
        LocalDate today = LocalDate.now();
        List<Integer> jumps = List.of(
                100 + random.nextInt(300), -random.nextInt(100) - 1, 1 + random.nextInt(30), 0);
        for (int days : jumps) {
            LocalDate day = today.plusDays(days);
            node.jumpTo(day);
            long deadline = System.nanoTime() + 30_000_000_000L;
            while (!node.get("/api/v1/position").path("today").asString().equals(day.toString())) {
                assertThat(System.nanoTime()).as("the clock jumped to %s", day).isLessThan(deadline);
                ServeNode.pause(50);
            }
            load.awaitAnswers(20 + random.nextInt(30));
        }
        assertThat(cluster.number("""
                SELECT count(*) FROM (SELECT position, lag(position) OVER (ORDER BY instant) AS earlier
                FROM facts.ledger_time) mark WHERE position <= earlier"""))
                .as("a later second has a later position").isZero();
    }

    /** Filled to the last block, the log of the database included: for a while nobody can write. */
    private void diskFull() throws IOException {
        Path filler = installation.disk().resolve("filler");
        Machine.run("dd", "if=/dev/zero", "of=" + filler, "bs=1M");
        assertThat(takesNoMore()).as("the full disk is felt").isTrue();
        ServeNode.pause(1_000 + random.nextInt(3_000));
        Files.delete(filler);
    }

    private boolean takesNoMore() {
        for (int segment = 0; segment < 40; segment++) {
            try {
                cluster.execute("SELECT pg_logical_emit_message(true, 'filler', repeat('x', 4000000))");
            } catch (SQLException e) {
                return true;
            }
        }
        return false;
    }

    /** Both are killed, and the number in the lock file has meanwhile become that of a foreign process. */
    private void staleLockFile() throws IOException {
        ServeNode node = installation.any(random);
        ProcessHandle database = cluster.server();
        node.kill();
        List<String> lines = Files.readAllLines(cluster.lockFile());
        Machine.kill(database);
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(cluster.lockFile(), lines);
        node.startAgain();
    }

    /** The whole life of a service where only its data directory is its own. */
    private void foreignHost() {
        ServeNode node = installation.any(random);
        if (Machine.canBeAnother()) {
            assertThat(node.process().info().user()).contains("nobody");
        }
        node.kill();
        node.startAgain();
    }
}
