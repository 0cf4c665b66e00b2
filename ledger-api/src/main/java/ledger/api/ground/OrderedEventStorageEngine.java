package ledger.api.ground;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Facts in PostgreSQL, in the one order: positions 1, 2, 3 … without a gap, in the order of commits. The append is one
 * statement and the last of its transaction; the row lock on the head makes the order hold across all processes.
 */
public final class OrderedEventStorageEngine extends FactStorageEngine {

    /** All facts of a transaction at once. The primary key on the position is the fence behind the lock. */
    private static final String APPEND =
            """
            WITH head AS (
              UPDATE facts.ledger_head SET position = position + ?, instant = GREATEST(instant, ?)
              RETURNING position - ? AS base, instant
            ), mark AS (
              INSERT INTO facts.ledger_time (instant, position)
              SELECT date_trunc('second', instant), base + 1 FROM head ON CONFLICT (instant) DO NOTHING
            ), written AS (
              INSERT INTO facts.event (position, event_id, type, revision, aggregate_type, aggregate_id, sequence,
                time_ms, payload, metadata)
              SELECT head.base + fact.place, fact.event_id, fact.type, fact.revision, fact.aggregate_type,
                fact.aggregate_id, fact.sequence, fact.time_ms, fact.payload, fact.metadata
              FROM head, unnest(?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                ?::text[], ?::text[]) WITH ORDINALITY AS fact(event_id, type, revision, aggregate_type, aggregate_id,
                sequence, time_ms, payload, metadata, place)
            )
            SELECT base FROM head
            """;

    private static final String COLUMNS =
            "position, event_id, type, revision, aggregate_type, aggregate_id, sequence, time_ms, payload, metadata";

    /** The limit inside keeps it to a look into the index for each, whatever is known of the table's size. */
    private static final String READ_AHEAD = "SELECT " + COLUMNS + " FROM unnest(?::text[], ?::bigint[]) AS asked(id, after) "
            + "CROSS JOIN LATERAL (SELECT * FROM facts.event WHERE aggregate_id = asked.id AND sequence > asked.after "
            + "ORDER BY sequence LIMIT " + MOST_AHEAD + ") AS of_one ORDER BY aggregate_id, sequence LIMIT " + MOST_AHEAD;

    private static final RowMapper<TrackedDomainEventData<byte[]>> FACT = (row, number) -> new TrackedDomainEventData<>(
            new GlobalSequenceTrackingToken(row.getLong("position")), entry(row));

    private final JdbcTemplate jdbc;
    private final BeforeAppend beforeAppend;
    private final Clock clock;

    private OrderedEventStorageEngine(Builder builder) {
        super(builder);
        this.jdbc = Objects.requireNonNull(builder.jdbc);
        this.beforeAppend = Objects.requireNonNull(builder.beforeAppend);
        this.clock = Objects.requireNonNull(builder.clock);
    }

    static OrderedEventStorageEngine create(
            JdbcTemplate jdbc, Serializer facts, EventUpcaster upcasters, BeforeAppend beforeAppend, Clock clock) {
        Builder builder = new Builder();
        builder.jdbc = jdbc;
        builder.beforeAppend = beforeAppend;
        builder.clock = clock;
        builder.eventSerializer(facts).snapshotSerializer(facts).upcasterChain(upcasters).batchSize(1_000);
        return new OrderedEventStorageEngine(builder);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<DomainEventMessage<?>> facts = facts(events);
        List<SerializedObject<byte[]>> payloads = facts.stream()
                .map(fact -> fact.serializePayload(serializer, byte[].class))
                .toList();
        List<String> metadata = facts.stream()
                .map(fact -> text(fact.serializeMetaData(serializer, byte[].class).getData()))
                .toList();
        beforeAppend.write(facts);
        Long base = jdbc.execute(
                (Connection connection) -> connection.prepareStatement(APPEND),
                statement -> append(statement, facts, payloads, metadata));
        PrimitiveIterator.OfLong positions =
                LongStream.iterate(Objects.requireNonNull(base) + 1, last -> last + 1).iterator();
        note(facts, fact -> positions.nextLong());
    }

    private @Nullable Long append(
            PreparedStatement statement,
            List<DomainEventMessage<?>> facts,
            List<SerializedObject<byte[]>> payloads,
            List<String> metadata)
            throws SQLException {
        Connection connection = statement.getConnection();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        statement.setInt(1, facts.size());
        statement.setObject(2, now);
        statement.setInt(3, facts.size());
        statement.setArray(4, texts(connection, facts.stream().map(DomainEventMessage::getIdentifier)));
        statement.setArray(5, texts(connection, payloads.stream().map(payload -> payload.getType().getName())));
        statement.setArray(6, connection.createArrayOf("integer", payloads.stream()
                .map(payload -> Integer.valueOf(payload.getType().getRevision())).toArray(Integer[]::new)));
        statement.setArray(7, texts(connection, facts.stream().map(DomainEventMessage::getType)));
        statement.setArray(8, texts(connection, facts.stream().map(DomainEventMessage::getAggregateIdentifier)));
        statement.setArray(9, connection.createArrayOf("bigint", facts.stream()
                .map(DomainEventMessage::getSequenceNumber).toArray(Long[]::new)));
        statement.setArray(10, connection.createArrayOf("bigint", facts.stream()
                .map(fact -> fact.getTimestamp().toEpochMilli()).toArray(Long[]::new)));
        statement.setArray(11, texts(connection, payloads.stream().map(payload -> text(payload.getData()))));
        statement.setArray(12, texts(connection, metadata.stream()));
        try (ResultSet head = statement.executeQuery()) {
            return head.next() ? head.getLong(1) : null;
        }
    }

    /** Arrays of their own type are sent in binary; of an {@code Object[]} the driver would quote letter by letter. */
    private static Array texts(Connection connection, Stream<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray(String[]::new));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        long after = lastToken == null ? 0 : lastToken.position().orElse(0);
        return jdbc.query(
                "SELECT " + COLUMNS + " FROM facts.event WHERE position > ? ORDER BY position LIMIT ?",
                FACT, after, batchSize);
    }

    @Override
    protected Set<String> readAhead(Collection<String> aggregates, Map<String, Long> known) {
        Map<String, List<DomainEventData<byte[]>>> found = new LinkedHashMap<>();
        List<DomainEventData<byte[]>> facts = jdbc.query(
                READ_AHEAD,
                (row, number) -> entry(row),
                aggregates.toArray(String[]::new),
                aggregates.stream().map(id -> known.getOrDefault(id, -1L)).toArray(Long[]::new));
        facts.forEach(fact -> found.computeIfAbsent(fact.getAggregateIdentifier(), id -> new ArrayList<>()).add(fact));
        if (facts.size() < MOST_AHEAD) {
            aggregates.stream().filter(id -> !known.containsKey(id)).forEach(id -> found.putIfAbsent(id, List.of()));
        } else {
            // The last one may have more, and of those behind it nothing is known: they are read when they are asked.
            found.remove(facts.getLast().getAggregateIdentifier());
        }
        Set<String> changed = new HashSet<>(known.keySet());
        changed.retainAll(facts.stream().map(DomainEventData::getAggregateIdentifier).collect(Collectors.toSet()));
        changed.forEach(found::remove);
        keepAhead(found);
        return changed;
    }

    @Override
    protected List<? extends DomainEventData<?>> read(
            String aggregate, long first, int limit) {
        return jdbc.query(
                "SELECT " + COLUMNS + " FROM facts.event WHERE aggregate_id = ? AND sequence >= ? "
                        + "ORDER BY sequence LIMIT ?",
                FACT, aggregate, first, limit);
    }

    private static DomainEventData<byte[]> entry(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getString("event_id"),
                Instant.ofEpochMilli(row.getLong("time_ms")),
                row.getString("type"),
                Integer.toString(row.getInt("revision")),
                row.getString("payload").getBytes(StandardCharsets.UTF_8),
                row.getString("metadata").getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return Optional.ofNullable(jdbc.queryForObject(
                "SELECT max(sequence) FROM facts.event WHERE aggregate_id = ?", Long.class, aggregateIdentifier));
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        Long head = jdbc.queryForObject("SELECT position FROM facts.ledger_head", Long.class);
        return head == null || head == 0 ? null : new GlobalSequenceTrackingToken(head);
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        return new LedgerTime(jdbc).before(instant)
                .map(position -> (TrackingToken) new GlobalSequenceTrackingToken(position))
                .orElse(null);
    }

    private static final class Builder extends BatchingEventStorageEngine.Builder {
        private @Nullable JdbcTemplate jdbc;
        private @Nullable BeforeAppend beforeAppend;
        private @Nullable Clock clock;
    }
}
