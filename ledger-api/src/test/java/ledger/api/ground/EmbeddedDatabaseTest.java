package ledger.api.ground;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedDatabaseTest {

    @TempDir
    Path data;

    @Test
    void keepsItsDataAndStartsBesideALockFileThatNamesAForeignProcess() throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.open(data)) {
            execute(first, "CREATE TABLE kept (word text)");
            execute(first, "INSERT INTO kept VALUES ('时长')");
        }
        long foreign = ProcessHandle.current().pid();
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                foreign + "\n" + data.resolve("postgres") + "\n0\n5432\n/tmp\n127.0.0.1\n");

        try (EmbeddedDatabase second = EmbeddedDatabase.open(data);
                Connection connection = connect(second);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT word FROM kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("时长");
        }
    }

    @Test
    void oneServiceAtATimeWorksOnADataDirectory() {
        try (EmbeddedDatabase first = EmbeddedDatabase.open(data)) {
            assertThat(first.url()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedDatabase.open(data)).isInstanceOf(EmbeddedDatabase.InUseException.class);
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), "");
    }
}
