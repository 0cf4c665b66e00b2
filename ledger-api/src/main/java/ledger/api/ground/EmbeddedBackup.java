package ledger.api.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Backups of the embedded database: its files copied while it runs, by PostgreSQL's own rules for that, and put back as
 * they were then or, with the archive of its write-ahead log, as they were at any later moment.
 */
public final class EmbeddedBackup {

    private static final String CLUSTER = "postgres";

    /** What a server makes anew at its start; the directories must be there, empty. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp",
            "pg_subtrans");
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    /** As the server reads it; it knows no T and no Z. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx");

    private EmbeddedBackup() {}

    /** A backup cannot be taken or put back; its message says what to do. */
    public static final class BackupException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BackupException(String message) {
            super(message);
        }
    }

    /**
     * Copy the database of a data directory; a running service goes on meanwhile.
     *
     * @param target a directory that does not exist yet
     * @return the last ledger position that is surely in it; empty when the database did not run, so that all are
     */
    public static Optional<Long> take(Path dataDirectory, Path target) {
        Path cluster = dataDirectory.resolve(CLUSTER);
        if (!Files.isDirectory(cluster)) {
            throw new BackupException("there is no embedded database in 没有内置数据库: " + dataDirectory);
        }
        if (Files.exists(target)) {
            throw new BackupException("the directory is there already 目录已存在: " + target);
        }
        try {
            Files.createDirectories(target);
            Optional<Postmaster> running = Postmaster.in(cluster);
            if (running.isEmpty()) {
                copy(cluster, target.resolve(CLUSTER), Set.of());
                return Optional.empty();
            }
            return Optional.of(takeFromRunning(running.get(), cluster, target.resolve(CLUSTER)));
        } catch (IOException e) {
            throw new UncheckedIOException("the backup in " + target + " is not complete", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the backup in " + target + " is not complete", e);
        }
    }

    private static long takeFromRunning(Postmaster server, Path cluster, Path copy) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), "");
                Statement sql = connection.createStatement()) {
            String first = text(sql, "SELECT pg_walfile_name(pg_backup_start('ledger', true))");
            long position = Long.parseLong(text(sql, "SELECT position FROM facts.ledger_head"));
            copy(cluster, copy, EMPTIED);
            String last;
            try (ResultSet stopped = sql.executeQuery(
                    "SELECT pg_walfile_name(lsn), labelfile, spcmapfile FROM pg_backup_stop(false)")) {
                stopped.next();
                last = stopped.getString(1);
                Files.writeString(copy.resolve("backup_label"), stopped.getString(2));
                if (!stopped.getString(3).isBlank()) {
                    Files.writeString(copy.resolve("tablespace_map"), stopped.getString(3));
                }
            }
            copyLog(cluster.resolve("pg_wal"), copy.resolve("pg_wal"), first, last);
            return position;
        }
    }

    private static String text(Statement sql, String query) throws SQLException {
        try (ResultSet answer = sql.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /** Without the log from the backup's begin to its end the copied files are worth nothing. */
    private static void copyLog(Path from, Path to, String first, String last) throws IOException {
        List<Path> segments;
        try (var files = Files.list(from)) {
            segments = files.filter(file -> {
                String name = file.getFileName().toString();
                return name.length() == 24 && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
            }).sorted().toList();
        }
        if (segments.isEmpty() || !segments.getFirst().endsWith(first) || !segments.getLast().endsWith(last)) {
            throw new BackupException("the write-ahead log was recycled during the backup; take it again"
                    + " 备份期间预写日志已被回收，请重新备份");
        }
        for (Path segment : segments) {
            copyFile(segment, to.resolve(segment.getFileName()));
        }
    }

    private static void copy(Path from, Path to, Set<String> emptied) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
                Path copy = to.resolve(from.relativize(directory).toString());
                Files.createDirectories(copy);
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path inside = from.relativize(file);
                boolean skipped = LEFT_OUT.contains(inside.toString())
                        || inside.getNameCount() > 1 && emptied.contains(inside.getName(0).toString());
                if (!skipped) {
                    copyFile(file, to.resolve(inside.toString()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // dropped while the server runs: its log says so
                }
                throw failure;
            }
        });
    }

    private static void copyFile(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException e) {
            return; // dropped while the server runs: its log says so
        }
        try (var file = java.nio.channels.FileChannel.open(to, StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }

    /**
     * Put a backup back into a data directory that has no database.
     *
     * @param walArchive the archive of the write-ahead log; absent to stand where the backup ended
     * @param until with an archive, the moment to stand at; absent for the newest in the archive
     */
    public static void restore(Path backup, Path dataDirectory, @Nullable Path walArchive, @Nullable Instant until) {
        Path cluster = dataDirectory.resolve(CLUSTER);
        if (!Files.isDirectory(backup.resolve(CLUSTER))) {
            throw new BackupException("there is no backup in 没有备份: " + backup);
        }
        if (Files.exists(cluster)) {
            throw new BackupException("there is a database already; move it away first 已有数据库，请先移走: " + cluster);
        }
        if (until != null && walArchive == null) {
            throw new BackupException("a moment needs the archive of the write-ahead log 指定时刻需要预写日志归档");
        }
        try {
            copy(backup.resolve(CLUSTER), cluster, Set.of());
            if (walArchive != null) {
                recoverFrom(walArchive.toAbsolutePath(), until, cluster);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the backup was not put back whole; remove " + cluster + " and try again", e);
        }
    }

    private static void recoverFrom(Path walArchive, @Nullable Instant until, Path cluster) throws IOException {
        String settings = "restore_command = 'cp " + WalArchive.quoted(walArchive) + "/%f \"%p\"'\n"
                + (until == null ? "" : "recovery_target_time = '" + until.atOffset(ZoneOffset.UTC).format(MOMENT) + "'\n")
                + "recovery_target_action = 'promote'\n";
        Files.writeString(
                cluster.resolve("postgresql.auto.conf"), settings, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Files.writeString(cluster.resolve("recovery.signal"), "");
    }
}
