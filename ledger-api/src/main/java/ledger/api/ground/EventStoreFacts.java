package ledger.api.ground;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.Fact;
import ledger.domain.history.FactTypes;
import ledger.projections.FactSource;
import ledger.projections.RecordedFact;

/** Facts as views and replays read them: from the event store, lifted to their newest revision. */
public final class EventStoreFacts implements FactSource {

    private final EventStorageEngine engine;
    private final LongSupplier head;

    EventStoreFacts(EventStorageEngine engine, JdbcTemplate jdbc) {
        this(engine, () -> head(jdbc));
    }

    /** @param head the last position written */
    public EventStoreFacts(EventStorageEngine engine, LongSupplier head) {
        this.engine = engine;
        this.head = head;
    }

    @Override
    public List<RecordedFact> after(long position, int limit) {
        try (Stream<? extends TrackedEventMessage<?>> events =
                engine.readEvents(position == 0 ? null : new GlobalSequenceTrackingToken(position), false)) {
            return events.limit(limit).map(EventStoreFacts::fact).toList();
        }
    }

    @Override
    public long head() {
        return head.getAsLong();
    }

    private static long head(JdbcTemplate jdbc) {
        Long head = jdbc.queryForObject("SELECT position FROM facts.ledger_head", Long.class);
        return head == null ? 0 : head;
    }

    private static RecordedFact fact(TrackedEventMessage<?> event) {
        return fact(event.trackingToken().position().orElseThrow(), (DomainEventMessage<?>) event);
    }

    private static RecordedFact fact(long position, DomainEventMessage<?> event) {
        Map<String, String> metadata = new LinkedHashMap<>();
        event.getMetaData().forEach((key, value) -> metadata.put(key, String.valueOf(value)));
        Fact fact = (Fact) event.getPayload();
        return new RecordedFact(
                position, event.getTimestamp(), FactTypes.of(fact.getClass()).name(), event.getAggregateIdentifier(),
                metadata, fact);
    }
}
