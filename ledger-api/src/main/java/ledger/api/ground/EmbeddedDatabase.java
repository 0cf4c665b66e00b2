package ledger.api.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in the data directory, which keeps its data and flushes every commit to disk. One service
 * works on a data directory at a time. A database that outlived a killed service is taken over; the lock file of one
 * that died is removed.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START = Duration.ofSeconds(90);

    private final FileChannel lockFile;
    private final @Nullable EmbeddedPostgres started;
    private final @Nullable ProcessHandle adopted;
    private final int port;

    /** Another service works on the same data directory. */
    public static final class InUseException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InUseException(Path dataDirectory) {
            super("another ledger is running on " + dataDirectory + " 该数据目录已有另一个账本在运行");
        }
    }

    private EmbeddedDatabase(
            FileChannel lockFile, @Nullable EmbeddedPostgres started, @Nullable ProcessHandle adopted, int port) {
        this.lockFile = lockFile;
        this.started = started;
        this.adopted = adopted;
        this.port = port;
    }

    /** @throws InUseException when another service holds the directory */
    public static EmbeddedDatabase open(Path dataDirectory) {
        return open(dataDirectory, null);
    }

    /**
     * @param walArchive where every finished piece of the write-ahead log is laid; absent for nowhere
     * @throws InUseException when another service holds the directory
     */
    public static EmbeddedDatabase open(Path dataDirectory, @Nullable Path walArchive) {
        try {
            Files.createDirectories(dataDirectory);
            FileChannel lockFile = lock(dataDirectory);
            Path cluster = dataDirectory.resolve("postgres");
            Optional<Postmaster> running = Postmaster.in(cluster);
            if (running.isPresent()) {
                LOG.info("taking over the database that is still running on {}", cluster);
                return new EmbeddedDatabase(lockFile, null, running.get().process(), running.get().port());
            }
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
            EmbeddedPostgres started = start(cluster, walArchive);
            return new EmbeddedDatabase(lockFile, started, null, started.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("the database in " + dataDirectory + " could not be started", e);
        }
    }

    private static FileChannel lock(Path dataDirectory) throws IOException {
        FileChannel channel = FileChannel.open(
                dataDirectory.resolve("ledger.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new InUseException(dataDirectory);
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new InUseException(dataDirectory);
        }
    }

    private static EmbeddedPostgres start(Path cluster, @Nullable Path walArchive) throws IOException {
        Path programs = Path.of(
                System.getProperty("java.io.tmpdir"), "hour-ledger-" + System.getProperty("user.name"));
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(programs.toFile())
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("wal_keep_size", "512MB")
                .setPGStartupWait(START)
                .setRegisterShutdownHook(false);
        if (walArchive != null) {
            Files.createDirectories(walArchive);
            builder.setServerConfig("archive_mode", "on")
                    .setServerConfig("archive_command", WalArchive.command(walArchive))
                    .setServerConfig("archive_timeout", "60");
        }
        return builder.start();
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return "postgres";
    }

    @Override
    public void close() {
        try (lockFile) {
            if (started != null) {
                started.close();
            }
            if (adopted != null) {
                adopted.destroy();
                adopted.onExit().orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
