package ledger.api.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A database server that its own lock file tells of, if that process is still one. */
record Postmaster(ProcessHandle process, int port) {

    private static final String USER = "postgres";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String user() {
        return USER;
    }

    /** How it was started; PostgreSQL refuses to run as root, and believes a name space where it is somebody else. */
    List<String> command() {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(process.info().command().orElseThrow());
        command.addAll(List.of(process.info().arguments().orElseThrow()));
        return command;
    }

    /** A server that plays back an archive of its log answers already, but takes nothing until it is done. */
    void awaitEndOfRecovery() {
        try (Connection connection = DriverManager.getConnection(url(), user(), "");
                PreparedStatement question = connection.prepareStatement("SELECT pg_is_in_recovery()")) {
            while (isInRecovery(question)) {
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be asked whether it is ready", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database was made ready", e);
        }
    }

    private static boolean isInRecovery(PreparedStatement question) throws SQLException {
        try (ResultSet answer = question.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    static Optional<Postmaster> in(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(3).strip());
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(Postmaster::isPostgres)
                .map(process -> new Postmaster(process, port));
    }

    /** The number in a stale file may meanwhile belong to any other program. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
    }
}
