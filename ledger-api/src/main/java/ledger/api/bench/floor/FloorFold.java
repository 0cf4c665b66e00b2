package ledger.api.bench.floor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import org.postgresql.PGConnection;

import ledger.domain.Fact;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.history.FactTypes;
import ledger.projections.LedgerJson;

/**
 * The least that a fold costs: each lane has a cursor over its share of the facts, decodes each and counts in memory;
 * the sums are copied at once.
 */
final class FloorFold {

    private static final int PAGE = 5_000;

    /** Counted together: facts that are in no account. */
    private static final String OTHERS = "";

    private final DataSource database;

    FloorFold(DataSource database) {
        this.database = database;
    }

    /** @return how many facts were decoded */
    long run(long upTo, int lanes) throws Exception {
        List<Callable<Map<String, Long>>> shares = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            long after = upTo * lane / lanes;
            long to = upTo * (lane + 1) / lanes;
            shares.add(() -> fold(after, to));
        }
        Map<String, Long> sums = new HashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(lanes)) {
            for (Future<Map<String, Long>> share : threads.invokeAll(shares)) {
                share.get().forEach((account, facts) -> sums.merge(account, facts, Long::sum));
            }
        }
        long decoded = sums.values().stream().mapToLong(Long::longValue).sum();
        sums.remove(OTHERS);
        copy(sums);
        return decoded;
    }

    private Map<String, Long> fold(long after, long upTo) throws SQLException {
        Map<String, Long> sums = new HashMap<>();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT type, payload FROM facts.event WHERE position > ? AND position <= ? ORDER BY position")) {
                query.setFetchSize(PAGE);
                query.setLong(1, after);
                query.setLong(2, upTo);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        Fact fact = LedgerJson.read(rows.getString(2), FactTypes.named(rows.getString(1)).type());
                        sums.merge(
                                fact instanceof HourAccountEvent event ? event.accountId() : OTHERS, 1L, Long::sum);
                    }
                }
            }
            connection.commit();
        }
        return sums;
    }

    private void copy(Map<String, Long> sums) throws SQLException {
        StringBuilder text = new StringBuilder();
        sums.forEach((account, facts) -> CopyText.append(text, account, facts));
        try (Connection connection = database.getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                    "COPY floor.total FROM STDIN",
                    new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
