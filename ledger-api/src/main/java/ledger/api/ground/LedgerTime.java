package ledger.api.ground;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

/** Answers which position the ledger had at an instant, to the second, from marks written with the head. */
public final class LedgerTime {

    private final JdbcTemplate jdbc;

    public LedgerTime(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The last position written up to and including the second of an instant; 0 when there was none. */
    public long asOf(Instant instant) {
        Long position = jdbc.queryForObject(
                """
                SELECT COALESCE(
                  (SELECT position - 1 FROM facts.ledger_time WHERE instant > ? ORDER BY instant LIMIT 1),
                  (SELECT position FROM facts.ledger_head))
                """,
                Long.class, instant.atOffset(ZoneOffset.UTC));
        return position == null ? 0 : position;
    }

    /** The last position written before the second of an instant; empty when there was none. */
    Optional<Long> before(Instant instant) {
        long position = asOf(instant.minusSeconds(1));
        return position == 0 ? Optional.empty() : Optional.of(position);
    }
}
