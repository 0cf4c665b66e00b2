package ledger.api.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The database server of an installation, which may outlive its services; seen by the owner of its tables. */
record Cluster(Path directory) {

    Path lockFile() {
        return directory.resolve("postmaster.pid");
    }

    private List<String> lockLines() {
        try {
            return Files.readAllLines(lockFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle server() {
        return ProcessHandle.of(Long.parseLong(lockLines().getFirst().strip())).orElseThrow();
    }

    /** A server whose service is gone would go on for ever. */
    void end() {
        if (Files.exists(lockFile())) {
            ProcessHandle.of(Long.parseLong(lockLines().getFirst().strip())).ifPresent(Machine::kill);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + lockLines().get(3).strip() + "/postgres";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
