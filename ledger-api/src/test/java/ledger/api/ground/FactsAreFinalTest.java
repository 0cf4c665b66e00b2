package ledger.api.ground;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.api.TestLedger;
import ledger.projections.Followers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The database refuses the service itself to change or remove what is written. */
class FactsAreFinalTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static TestLedger ledger;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start();
        jdbc = ledger.get(JdbcTemplate.class);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE facts.event SET payload = '{}'",
        "DELETE FROM facts.event",
        "TRUNCATE facts.event",
        "UPDATE facts.ledger_time SET position = 1",
        "DELETE FROM facts.ledger_time",
        "TRUNCATE facts.ledger_time",
        "DELETE FROM facts.ledger_head",
        "TRUNCATE facts.ledger_head",
        "ALTER TABLE facts.event DISABLE TRIGGER ALL",
        "DROP TABLE facts.event",
        "CREATE TABLE facts.other (word text)",
        "UPDATE flyway.flyway_schema_history SET checksum = 1",
        "SET ROLE postgres",
        "SET SESSION AUTHORIZATION postgres"
    })
    void aStatementThatWouldChangeThemIsRefused(String statement) {
        assertThat(events()).isPositive();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.execute(statement))
                .havingRootCause()
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @Test
    void theServiceWorksAsTheRoleThatOnlyAdds() {
        assertThat(jdbc.queryForObject("SELECT session_user || '/' || current_user", String.class))
                .isEqualTo("ledger_service/ledger_service");
        assertThat(ledger.get(ServiceRole.class).guardsFacts()).isTrue();
    }

    @Test
    void theAdviceForAnAdministratorNamesTheRoleAndTheUser() {
        assertThat(ServiceRole.advice("bureau"))
                .contains("CREATE ROLE ledger_service;", "GRANT ledger_service TO \"bureau\";");
    }

    @Test
    void everyTableOfTheViewsBelongsToOneRoomThatCanMakeItAnew() {
        Followers followers = ledger.get(Followers.class);
        List<String> owned = followers.rebuildable().stream()
                .flatMap(room -> followers.tables(room).stream())
                .toList();
        Set<String> tables = new TreeSet<>(jdbc.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'views_v1'", String.class));
        tables.removeAll(Set.of("followed", "dead_letter"));
        assertThat(owned).containsExactlyInAnyOrderElementsOf(tables);
    }

    private static long events() {
        Long events = jdbc.queryForObject("SELECT count(*) FROM facts.event", Long.class);
        return events == null ? 0 : events;
    }
}
