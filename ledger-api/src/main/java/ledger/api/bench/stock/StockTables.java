package ledger.api.bench.stock;

import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of stock Axon, filled with what the service holds, and those that its processor fills. */
final class StockTables {

    /** The global index is given in the order of the rows: after an empty table, the positions themselves. */
    private static final String TAKE_OVER =
            """
            INSERT INTO stock.domainevententry (eventidentifier, aggregateidentifier, sequencenumber, type, timestamp,
              payloadtype, payloadrevision, payload, metadata)
            SELECT event_id, aggregate_id, sequence, aggregate_type,
              to_char(to_timestamp(time_ms / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              type, revision, convert_to(payload, 'UTF8'), convert_to(metadata, 'UTF8')
            FROM facts.event WHERE starts_with(aggregate_id, ?) AND position <= ? ORDER BY position
            """;

    private final JdbcTemplate jdbc;

    StockTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute("CREATE TABLE stock.total (account_id text PRIMARY KEY, facts bigint NOT NULL)");
    }

    void takeOver(String accounts) {
        jdbc.update(TAKE_OVER, accounts, Long.MAX_VALUE);
    }

    void takeOverAll(long upTo) {
        jdbc.execute("TRUNCATE stock.domainevententry RESTART IDENTITY");
        jdbc.update(TAKE_OVER, "", upTo);
        jdbc.execute("ANALYZE stock.domainevententry");
    }

    void forgetTotals() {
        jdbc.execute("TRUNCATE stock.total, stock.tokenentry");
    }
}
