package ledger.api.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.opentest4j.TestAbortedException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

import ledger.api.fault.ServeNode.Settings;
import ledger.api.ground.EmbeddedDatabase;

/** Services that run, the database below them, and the clients who send to them; it lives through several rounds. */
final class Installation implements AutoCloseable {

    private static final String DISK_SIZE = "size=400m";

    static {
        // What the database server says, line by line, is of no interest here.
        LoggingSystem.get(Installation.class.getClassLoader()).setLogLevel("io.zonky.test", LogLevel.ERROR);
    }

    private final Site site;
    private final List<ServeNode> nodes = new ArrayList<>();
    private final List<Runnable> closing = new ArrayList<>();
    private final Path directory;
    private final Cluster cluster;
    private final Load load;

    /** Where and how it runs. */
    enum Site {
        /** Three services on one database server, any request to any of them. */
        THREE_NODES,
        /** One service with its embedded database, as root where the tests are. */
        ONE_NODE,
        /** The same on a file system of its own, small enough to be filled. */
        SMALL_DISK,
        /** The same, begun where everything may be read by an ordinary user. */
        FOREIGN_HOST
    }

    private Installation(Site site) {
        this.site = site;
        this.directory = temporary();
        try {
            this.cluster = start();
            this.load = Town.load(nodes.getFirst());
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** @throws TestAbortedException where this machine has no such site */
    static Installation start(Site site) {
        return new Installation(site);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("ledger-faults");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Cluster start() {
        return switch (site) {
            case THREE_NODES -> threeNodes();
            case ONE_NODE -> oneNode(directory.resolve("data"), Settings.USUAL);
            case SMALL_DISK -> {
                if (!Machine.mount(disk(), DISK_SIZE)) {
                    throw new TestAbortedException("this user may not mount a file system of its own here");
                }
                closing.add(() -> Machine.run("umount", "-l", disk().toString()));
                yield oneNode(disk(), Settings.USUAL);
            }
            case FOREIGN_HOST -> oneNode(directory.resolve("data"), Machine.foreignHost(directory));
        };
    }

    private Cluster oneNode(Path data, Settings settings) {
        Cluster own = new Cluster(data.resolve("postgres"));
        nodes.add(ServeNode.launched(data, settings));
        closing.addAll(0, List.of(nodes.getFirst()::stop, own::end));
        nodes.getFirst().awaitReady();
        return own;
    }

    private Cluster threeNodes() {
        EmbeddedDatabase server = EmbeddedDatabase.open(directory.resolve("server"));
        closing.add(server::close);
        Settings settings = Settings.USUAL.with(Map.of("LEDGER_DB_URL", server.url(), "LEDGER_DB_USER", server.user()));
        for (String name : List.of("a", "b", "c")) {
            nodes.add(ServeNode.launched(directory.resolve(name), settings));
            closing.add(0, nodes.getLast()::kill);
        }
        nodes.forEach(ServeNode::awaitReady);
        return new Cluster(directory.resolve("server/postgres"));
    }

    Site site() {
        return site;
    }

    Path directory() {
        return directory;
    }

    /** Where the data are that may have a file system of their own. */
    Path disk() {
        return directory.resolve("disk");
    }

    List<ServeNode> nodes() {
        return nodes;
    }

    ServeNode any(Random random) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    Cluster cluster() {
        return cluster;
    }

    Load load() {
        return load;
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }

    void remove() {
        Machine.run("rm", "-rf", directory.toString());
    }
}
