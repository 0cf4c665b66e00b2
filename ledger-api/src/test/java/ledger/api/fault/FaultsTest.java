package ledger.api.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ledger.api.fault.ServeNode.Settings;
import ledger.api.fault.Town.Result;

/** Everything that can befall a ledger, round after round, on ledgers that live through all of it. */
@Tag("faults")
class FaultsTest {

    private static final int ROUNDS = Integer.getInteger("ledger.faults.rounds", 1);
    private static final long SEED = Long.getLong("ledger.faults.seed", 20261124);
    private static final List<Fault> ON_ONE_LEDGER = List.of(
            Fault.SERVICE_KILLED, Fault.DATABASE_KILLED, Fault.BOTH_KILLED, Fault.DATABASE_PAUSED,
            Fault.POOL_EXHAUSTED, Fault.CLOCK_JUMPS, Fault.POISONED_FACT, Fault.STALE_LOCK_FILE,
            Fault.CHINESE_LOCALE);

    private static final List<Result> RESULTS = new ArrayList<>();

    @AfterAll
    static void tell() {
        FaultRound.print(RESULTS);
    }

    /** Each round has a seed of its own, and everything follows from it but the moments that machines choose. */
    static LongStream seeds() {
        return LongStream.range(SEED, SEED + ROUNDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneLedgerLivesThroughOneFaultAfterTheOther(long seed) throws Exception {
        ServeNode node = ServeNode.start(Town.temporary(), Settings.USUAL);
        try {
            Load load = Town.load(node);
            FaultRound round = new FaultRound(node, load, new Random(seed), seed);
            for (Fault fault : ON_ONE_LEDGER) {
                RESULTS.add(round.run(fault));
            }
            Audit.viewsAreThoseOfTheFacts(node);
        } finally {
            node.stop();
        }
    }

    /** The data directory lies on a file system of its own, which is filled to the last block and freed again. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aFullDiskStopsTheLedgerAndRoomLetsItGoOn(long seed) throws Exception {
        Path disk = Files.createTempDirectory("ledger-disk");
        if (!Machine.run("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", disk.toString())) {
            RESULTS.add(Result.skipped(Fault.DISK_FULL, "a file system of its own cannot be mounted here", seed));
            return;
        }
        ServeNode node = ServeNode.start(disk.resolve("data"), Settings.USUAL);
        try {
            FaultRound round = new FaultRound(node, Town.load(node), new Random(seed), seed);
            RESULTS.add(round.run(Fault.DISK_FULL, () -> fill(disk, node)));
            Audit.viewsAreThoseOfTheFacts(node);
        } finally {
            node.stop();
            Machine.run("umount", "-l", disk.toString());
        }
    }

    private static void fill(Path disk, ServeNode node) throws Exception {
        ServeNode.pause(1_000);
        Path filler = disk.resolve("filler");
        Machine.run("dd", "if=/dev/zero", "of=" + filler, "bs=1M");
        for (int segment = 0; segment < 40; segment++) {
            try (Connection connection = Faults.owner(node); Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_logical_emit_message(true, 'filler', repeat('x', 4000000))");
            } catch (SQLException e) {
                break;
            }
        }
        ServeNode.pause(2_000);
        Files.delete(filler);
    }

    /** The whole life of a service under a user who owns nothing but the data directory. */
    @ParameterizedTest
    @MethodSource("seeds")
    void anOrdinaryUserMayRunIt(long seed) throws Exception {
        Path home = Files.createTempDirectory("ledger-user");
        if (!Machine.isRoot() || !Machine.run("setpriv", "--version")) {
            RESULTS.add(Result.skipped(Fault.ORDINARY_USER, "all of this ran as an ordinary user", seed));
            return;
        }
        Files.createDirectories(home.resolve("classes"));
        Settings settings = new Settings(
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
                Machine.readableClassPath(home.resolve("classes")), List.of("serve"),
                Map.of("HOME", home.toString(), "USER", "nobody"));
        Files.createDirectories(home.resolve("data"));
        Machine.run("chown", "-R", "65534:65534", home.toString());
        Machine.run("chmod", "-R", "a+rX", home.toString());
        ServeNode node = ServeNode.start(home.resolve("data"), settings);
        try {
            FaultRound round = new FaultRound(node, Town.load(node), new Random(seed), seed);
            RESULTS.add(round.run(Fault.ORDINARY_USER, () -> {
                ServeNode.pause(1_000);
                node.kill();
                node.startAgain(settings);
            }));
        } finally {
            node.stop();
        }
    }
}
