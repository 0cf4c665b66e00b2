package ledger.api.ground;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;
import ledger.domain.history.FactTypes;
import ledger.projections.RecordedFact;

/** What is the same wherever facts lie: no snapshots, facts read ahead, and positions noted for the answers. */
public abstract class FactStorageEngine extends BatchingEventStorageEngine {

    /** So many facts are read ahead for a group, and the rest when it is asked for. */
    protected static final int MOST_AHEAD = 20_000;

    protected FactStorageEngine(Builder builder) {
        super(builder);
    }

    /** Facts of a group's aggregates, read before they are asked for; kept for as long as its unit of work. */
    private record Ahead(Map<String, List<DomainEventData<byte[]>>> byAggregate) {
        static final String RESOURCE = Ahead.class.getName();
    }

    /**
     * Read the facts of these aggregates at once, for the unit of work that runs.
     *
     * @param known the last sequence number of those whose facts are known; only later ones are looked for
     * @return those of the known ones that have later facts
     */
    protected abstract Set<String> readAhead(Collection<String> aggregates, Map<String, Long> known);

    /** The facts of an aggregate from a sequence number on, as many as {@code limit}. */
    protected abstract List<? extends DomainEventData<?>> read(String aggregate, long first, int limit);

    /** @param found all facts of each of these aggregates */
    protected static void keepAhead(Map<String, List<DomainEventData<byte[]>>> found) {
        CurrentUnitOfWork.get().root().resources().put(Ahead.RESOURCE, new Ahead(found));
    }

    private static Optional<List<DomainEventData<byte[]>>> ahead(String aggregate, long first, int limit) {
        return CurrentUnitOfWork.map(work -> work.root().<Ahead>getResource(Ahead.RESOURCE))
                .map(ahead -> ahead.byAggregate().get(aggregate))
                .map(facts -> facts.stream().filter(fact -> fact.getSequenceNumber() >= first).limit(limit).toList());
    }

    @Override
    protected final List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return ahead(aggregateIdentifier, firstSequenceNumber, batchSize)
                .<List<? extends DomainEventData<?>>>map(facts -> facts)
                .orElseGet(() -> read(aggregateIdentifier, firstSequenceNumber, batchSize));
    }

    /** All facts have an aggregate. */
    protected static List<DomainEventMessage<?>> facts(List<? extends EventMessage<?>> events) {
        return events.stream().<DomainEventMessage<?>>map(event -> (DomainEventMessage<?>) event).toList();
    }

    /** For the answers of the group that runs, if one does, and for the views. */
    protected static void note(List<DomainEventMessage<?>> facts, ToLongFunction<DomainEventMessage<?>> position) {
        if (!CurrentUnitOfWork.isStarted()) {
            return;
        }
        Appended appended =
                CurrentUnitOfWork.get().root().getOrComputeResource(Appended.RESOURCE, key -> new Appended());
        facts.forEach(fact -> appended.add(recorded(fact, position.applyAsLong(fact))));
    }

    /** As it will be read: with its time to the millisecond, and metadata in words. */
    private static RecordedFact recorded(DomainEventMessage<?> fact, long position) {
        Map<String, String> metadata = new HashMap<>();
        fact.getMetaData().forEach((key, value) -> metadata.put(key, value.toString()));
        Fact payload = (Fact) fact.getPayload();
        return new RecordedFact(
                position, fact.getTimestamp().truncatedTo(ChronoUnit.MILLIS), FactTypes.of(payload.getClass()).name(),
                fact.getAggregateIdentifier(), metadata, payload);
    }

    /** Accounts are folded from their facts; nothing but facts is stored for them. */
    @Override
    protected final void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new IllegalStateException("no aggregate of the ledger asks for snapshots");
    }

    @Override
    protected final Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    @Override
    public final @Nullable TrackingToken createTailToken() {
        return null;
    }
}
