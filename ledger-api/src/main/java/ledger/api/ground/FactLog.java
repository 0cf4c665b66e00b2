package ledger.api.ground;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import ledger.projections.log.StoredFact;

/** The log of facts byte for byte: read for an export, and taken over into a ledger that is still empty. */
public final class FactLog {

    private static final String INSERT =
            """
            INSERT INTO facts.event (position, event_id, type, revision, aggregate_type, aggregate_id, sequence,
              time_ms, payload, metadata)
            SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::bigint[],
              ?::bigint[], ?::text[], ?::text[])
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final EventStorageEngine engine;
    private final BeforeAppend reference;
    private final Optional<Reading> elsewhere;

    /** @param elsewhere reads the facts where they are not in this database, which then takes none over */
    public FactLog(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            EventStorageEngine engine,
            BeforeAppend reference,
            Optional<Reading> elsewhere) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.engine = engine;
        this.reference = reference;
        this.elsewhere = elsewhere;
    }

    /** Reads facts after a position, in order. */
    @FunctionalInterface
    public interface Reading {
        List<StoredFact> after(long position, int limit);
    }

    /** The first position written in a second, as {@link LedgerTime} knows it. */
    public record TimeMark(Instant instant, long position) {}

    /** Whether an archive can be taken over into this ledger. */
    public boolean takesOver() {
        return elsewhere.isEmpty();
    }

    public List<StoredFact> after(long position, int limit) {
        return elsewhere.map(store -> store.after(position, limit)).orElseGet(() -> here(position, limit));
    }

    private List<StoredFact> here(long position, int limit) {
        return PostgresFacts.stored(jdbc, position, limit);
    }

    public long head() {
        Long head = jdbc.queryForObject("SELECT position FROM facts.ledger_head", Long.class);
        return head == null ? 0 : head;
    }

    /** Marks of time after an instant, in order. */
    public List<TimeMark> marksAfter(Instant instant, long upTo, int limit) {
        return jdbc.query(
                "SELECT * FROM facts.ledger_time WHERE instant > ? AND position <= ? ORDER BY instant LIMIT ?",
                (row, number) -> new TimeMark(row.getTimestamp("instant").toInstant(), row.getLong("position")),
                instant.atOffset(ZoneOffset.UTC), upTo, limit);
    }

    /**
     * Take facts over under the positions they have, with what commands must know of them.
     *
     * @throws IllegalStateException when they do not follow the head without a gap
     */
    public void take(List<StoredFact> facts) {
        transaction.executeWithoutResult(status -> {
            long head = head();
            for (int i = 0; i < facts.size(); i++) {
                if (facts.get(i).position() != head + i + 1) {
                    throw new IllegalStateException(
                            "after position " + (head + i) + " came " + facts.get(i).position());
                }
            }
            jdbc.update(INSERT, statement -> fill(statement, facts));
            reference.write(lifted(head, facts.size()));
            jdbc.update("UPDATE facts.ledger_head SET position = ?", facts.getLast().position());
        });
    }

    public void takeMarks(List<TimeMark> marks) {
        String insert = "INSERT INTO facts.ledger_time (instant, position) VALUES (?, ?) ON CONFLICT DO NOTHING";
        jdbc.batchUpdate(insert, marks, 1_000, (row, mark) -> {
            row.setObject(1, mark.instant().atOffset(ZoneOffset.UTC));
            row.setLong(2, mark.position());
        });
        jdbc.update("UPDATE facts.ledger_head SET instant = GREATEST(instant, "
                + "(SELECT COALESCE(max(instant), 'epoch') FROM facts.ledger_time))");
    }

    /** The facts just stored, as everybody else reads them. */
    private List<DomainEventMessage<?>> lifted(long after, int count) {
        try (Stream<? extends TrackedEventMessage<?>> events =
                engine.readEvents(after == 0 ? null : new GlobalSequenceTrackingToken(after), false)) {
            return events.limit(count).<DomainEventMessage<?>>map(event -> (DomainEventMessage<?>) event).toList();
        }
    }

    private static void fill(PreparedStatement statement, List<StoredFact> facts) throws SQLException {
        Connection connection = statement.getConnection();
        List<Column> columns = List.of(
                longs(StoredFact::position), texts(StoredFact::id),
                texts(StoredFact::type), new Column("integer", Integer[]::new, StoredFact::revision),
                texts(StoredFact::aggregateType), texts(StoredFact::aggregateId),
                longs(StoredFact::sequence), longs(StoredFact::timeMs),
                texts(StoredFact::payload), texts(StoredFact::metadata));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            statement.setArray(i + 1, connection.createArrayOf(
                    column.type(), facts.stream().map(column.value()).toArray(column.array())));
        }
    }

    private static Column texts(Function<StoredFact, Object> value) {
        return new Column("text", String[]::new, value);
    }

    private static Column longs(Function<StoredFact, Object> value) {
        return new Column("bigint", Long[]::new, value);
    }

    /** @param array of the column's own type, which the driver sends in binary */
    private record Column(String type, IntFunction<Object[]> array, Function<StoredFact, Object> value) {}
}
