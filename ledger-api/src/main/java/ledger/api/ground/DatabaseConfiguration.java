package ledger.api.ground;

import java.util.Optional;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database that the service stands on: who starts it, who owns its tables, and as whom the service works in it. */
@Configuration
public class DatabaseConfiguration {

    /** The embedded database, or none where a server is given. */
    public static final class Database implements AutoCloseable {
        private final Optional<EmbeddedDatabase> embedded;

        Database(Optional<EmbeddedDatabase> embedded) {
            this.embedded = embedded;
        }

        @Override
        public void close() {
            embedded.ifPresent(EmbeddedDatabase::close);
        }
    }

    @Bean(destroyMethod = "close")
    Database database(LedgerProperties properties) {
        return new Database(properties.isEmbedded()
                ? Optional.of(EmbeddedDatabase.open(properties.dataDir().toAbsolutePath(), properties.walArchivePath()))
                : Optional.empty());
    }

    /** The service's connections; a node that vanished gives up its locks within ten seconds. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(LedgerProperties properties, Database database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("ledger");
        pool.setJdbcUrl(database.embedded.map(EmbeddedDatabase::url).orElse(properties.dbUrl()));
        pool.setUsername(database.embedded.isPresent() ? ServiceRole.NAME : properties.dbUser());
        pool.setPassword(database.embedded.isPresent() ? "" : properties.dbPassword());
        pool.setMaximumPoolSize(properties.dbConnections());
        pool.setConnectionTimeout(10_000);
        pool.setConnectionInitSql("SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '9s'; "
                + "SET tcp_keepalives_idle = 3; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 2; "
                + ServiceRole.TAKE);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("socketTimeout", "180");
        pool.addDataSourceProperty("ApplicationName", "hour-ledger");
        return pool;
    }

    /** The owner of the tables migrates them and does nothing else. */
    @Bean
    FlywayConfigurationCustomizer owner(LedgerProperties properties, Database database) {
        return flyway -> {
            if (database.embedded.isPresent()) {
                flyway.dataSource(database.embedded.get().url(), database.embedded.get().user(), "");
            } else if (properties.dbOwner().isBlank()) {
                flyway.dataSource(properties.dbUrl(), properties.dbUser(), properties.dbPassword());
            } else {
                flyway.dataSource(properties.dbUrl(), properties.dbOwner(), properties.dbOwnerPassword());
            }
        };
    }

    @Bean
    @DependsOn("flywayInitializer")
    ServiceRole serviceRole(JdbcTemplate jdbc) {
        return new ServiceRole(jdbc);
    }
}
