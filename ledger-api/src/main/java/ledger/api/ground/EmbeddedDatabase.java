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
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in the data directory, which keeps its data and flushes every commit to disk. One service
 * works on a data directory at a time. A database that outlived a killed service is taken over, one that ended by itself
 * is started again; the lock file of one that died is removed.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration BETWEEN_STARTS = Duration.ofSeconds(1);

    private final FileChannel lockFile;
    private final Path cluster;
    private final int port;
    private final @Nullable EmbeddedPostgres started;
    private volatile @Nullable ProcessHandle adopted;
    private volatile boolean closing;

    /** Another service works on the same data directory. */
    public static final class InUseException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InUseException(Path dataDirectory) {
            super("another ledger is running on " + dataDirectory + " 该数据目录已有另一个账本在运行");
        }
    }

    private EmbeddedDatabase(
            FileChannel lockFile,
            Path cluster,
            @Nullable EmbeddedPostgres started,
            @Nullable ProcessHandle adopted,
            int port) {
        this.lockFile = lockFile;
        this.cluster = cluster;
        this.started = started;
        this.adopted = adopted;
        this.port = port;
        watch();
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
                running.get().awaitEndOfRecovery();
                return new EmbeddedDatabase(
                        lockFile, cluster, null, running.get().process(), running.get().port());
            }
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
            EmbeddedPostgres started = start(cluster, walArchive);
            Postmaster.in(cluster).ifPresent(Postmaster::awaitEndOfRecovery);
            return new EmbeddedDatabase(lockFile, cluster, started, null, started.getPort());
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

    /** A database that ends while nobody closes it is started again, by the same command and on the same port. */
    private void watch() {
        try {
            Postmaster.in(cluster).ifPresent(running -> {
                List<String> command = running.command();
                running.process().onExit().thenRun(() ->
                        Thread.ofPlatform().daemon().name("database").start(() -> revive(command)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As often as it takes: a disk that is full today has room again when somebody made it. */
    private void revive(List<String> command) {
        if (!closing) {
            LOG.warn("the database in {} ended by itself; starting it again", cluster);
        }
        while (!closing) {
            try {
                Process again = startAgain(command);
                int code = again.waitFor();
                if (!closing) {
                    LOG.warn("the database in {} ended again ({}); starting it once more", cluster, code);
                }
                Thread.sleep(BETWEEN_STARTS);
            } catch (IOException e) {
                if (!closing) {
                    LOG.error("the database in {} could not be started again", cluster, e);
                }
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized Process startAgain(List<String> command) throws IOException {
        if (closing) {
            throw new IOException("the service is closing");
        }
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        Process again = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        adopted = again.toHandle();
        return again;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return "postgres";
    }

    @Override
    public void close() {
        closing = true;
        stop();
    }

    private synchronized void stop() {
        EmbeddedPostgres own = started;
        ProcessHandle taken = adopted;
        try (lockFile) {
            if (own != null) {
                // It stops whatever server works on the directory, also one that was started again.
                own.close();
            } else if (taken != null) {
                taken.destroy();
                taken.onExit().orTimeout(30, TimeUnit.SECONDS).join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
