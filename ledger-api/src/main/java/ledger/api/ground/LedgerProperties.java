package ledger.api.ground;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of an installation.
 *
 * @param dataDir where the embedded database and the demo's tokens live ({@code LEDGER_DATA_DIR})
 * @param dbUrl a PostgreSQL server to use instead of the embedded one ({@code LEDGER_DB_URL}); empty for embedded
 * @param dbUser its user ({@code LEDGER_DB_USER})
 * @param dbPassword its password ({@code LEDGER_DB_PASSWORD})
 * @param dbOwner another user that owns the tables and migrates them ({@code LEDGER_DB_OWNER}); empty for the same
 * @param dbOwnerPassword its password ({@code LEDGER_DB_OWNER_PASSWORD})
 * @param dbConnections connections to the database at most ({@code LEDGER_DB_CONNECTIONS}); the views hold up to ten
 * @param zone time zone, fixed when the ledger is first started ({@code LEDGER_ZONE})
 * @param rulebook id of the rulebook that judges new entries
 * @param rulebooks a directory of the operator's own rulebooks and calendars ({@code LEDGER_RULEBOOKS}), or empty
 * @param simulate a local date and time at which the business clock starts; empty for the real time
 * @param walArchive where the embedded database lays its write-ahead log ({@code LEDGER_WAL_ARCHIVE}); empty for
 *     nowhere
 * @param schemes ids of the recognition schemes in use
 * @param eventStore where facts are kept: {@code postgres} or {@code axon-server} ({@code LEDGER_EVENT_STORE})
 * @param axonServers {@code host:port[,host:port]} of Axon Server ({@code LEDGER_AXON_SERVERS}); empty for PostgreSQL
 */
@ConfigurationProperties("ledger")
public record LedgerProperties(
        Path dataDir,
        String dbUrl,
        String dbUser,
        String dbPassword,
        String dbOwner,
        String dbOwnerPassword,
        int dbConnections,
        ZoneId zone,
        String rulebook,
        String rulebooks,
        String simulate,
        String walArchive,
        Set<String> schemes,
        String eventStore,
        String axonServers) {

    public static final String POSTGRES = "postgres";
    public static final String AXON_SERVER = "axon-server";

    public LedgerProperties {
        if (!Set.of(POSTGRES, AXON_SERVER).contains(eventStore)) {
            throw new IllegalArgumentException("LEDGER_EVENT_STORE is postgres or axon-server, not " + eventStore);
        }
        if (eventStore.equals(AXON_SERVER) == axonServers.isBlank()) {
            throw new IllegalArgumentException(
                    "LEDGER_AXON_SERVERS=host:port goes with LEDGER_EVENT_STORE=axon-server, and only with it");
        }
    }

    /** Absent where no archive is kept. */
    public @Nullable Path walArchivePath() {
        return walArchive.isBlank() ? null : Path.of(walArchive).toAbsolutePath();
    }

    public boolean isEmbedded() {
        return dbUrl.isBlank();
    }
}
