package ledger.api.bench.floor;

import com.zaxxer.hikari.HikariDataSource;

/** Connections of the database's owner to a schema beside that of the service. */
public final class OwnerPool {

    private static final String OWNER = "postgres";

    private OwnerPool() {}

    /** @param schema where unqualified names are looked for; it is made when it is not there */
    public static HikariDataSource open(String url, String schema, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(schema);
        pool.setJdbcUrl(url);
        pool.setUsername(OWNER);
        pool.setPassword("");
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(120_000);
        pool.setConnectionInitSql("CREATE SCHEMA IF NOT EXISTS " + schema + "; SET search_path = " + schema);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }
}
