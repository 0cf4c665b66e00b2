package ledger.api.ground;

import java.util.List;
import java.util.function.Consumer;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables that facts point at and that nothing can rebuild: vault, annex, tokens, settings and the signatures of
 * schemes. They are read and taken over row by row as JSON, whatever columns they have.
 */
public final class KeptTables {

    private static final String NAMES =
            """
            SELECT table_schema || '.' || table_name FROM information_schema.tables
            WHERE table_schema IN ('vault', 'annex', 'access') AND table_type = 'BASE TABLE'
              OR table_schema = 'reference' AND table_name IN ('setting', 'scheme_signature')
            ORDER BY 1
            """;

    private static final String WHOEVER_TAKES_IT_MAY_BE_SLOW =
            "SET LOCAL idle_in_transaction_session_timeout = '5min'";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    KeptTables(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Each as {@code schema.table}. */
    public List<String> names() {
        return jdbc.queryForList(NAMES, String.class);
    }

    /** @param row told each row as a JSON object */
    public void read(String table, Consumer<String> row) {
        transaction.executeWithoutResult(status -> {
            JdbcTemplate streaming = new JdbcTemplate(jdbc.getDataSource());
            streaming.execute(WHOEVER_TAKES_IT_MAY_BE_SLOW);
            streaming.setFetchSize(1_000);
            streaming.query(
                    "SELECT to_jsonb(t)::text FROM " + known(table) + " t",
                    (RowCallbackHandler) each -> row.accept(each.getString(1)));
        });
    }

    /** A row whose key is there already is left as it is: settings of this installation stay. */
    public void take(String table, List<String> rows) {
        jdbc.update(
                "INSERT INTO " + known(table) + " SELECT r.* FROM unnest(?::text[]) AS line, "
                        + "jsonb_populate_record(NULL::" + known(table) + ", line::jsonb) AS r ON CONFLICT DO NOTHING",
                (Object) rows.toArray(String[]::new));
    }

    /** @throws IllegalArgumentException for a table that is not one of these: names come from outside */
    private String known(String table) {
        if (!names().contains(table)) {
            throw new IllegalArgumentException("no table of the ledger is called " + table);
        }
        return table;
    }
}
