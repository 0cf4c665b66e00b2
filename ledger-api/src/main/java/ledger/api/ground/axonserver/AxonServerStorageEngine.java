package ledger.api.ground.axonserver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import org.axonframework.axonserver.connector.event.axon.GrpcBackedDomainEventData;
import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

import ledger.api.ground.BeforeAppend;
import ledger.api.ground.FactStorageEngine;
import ledger.projections.FactsAwayException;

/**
 * Facts on Axon Server. An append is one transaction of the server; its confirmation names no position, so the facts
 * are read back from the order, and their command is answered with the position they really have.
 */
final class AxonServerStorageEngine extends FactStorageEngine {

    private static final int BATCH = 2_000;

    /** So many aggregates are asked for at once: what a connection carries side by side is bounded. */
    private static final int SIDE_BY_SIDE = 50;

    private final AxonServerLink link;
    private final ServerOrder order;
    private final BeforeAppend beforeAppend;

    private AxonServerStorageEngine(Builder builder) {
        super(builder);
        this.link = Objects.requireNonNull(builder.link);
        this.order = Objects.requireNonNull(builder.order);
        this.beforeAppend = Objects.requireNonNull(builder.beforeAppend);
    }

    static AxonServerStorageEngine create(
            AxonServerLink link,
            ServerOrder order,
            Serializer facts,
            EventUpcaster upcasters,
            BeforeAppend beforeAppend) {
        Builder builder = new Builder();
        builder.link = link;
        builder.order = order;
        builder.beforeAppend = beforeAppend;
        Serializer aware = new GrpcMetaDataAwareSerializer(facts);
        builder.eventSerializer(aware).snapshotSerializer(aware).upcasterChain(upcasters).batchSize(BATCH);
        return new AxonServerStorageEngine(builder);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<DomainEventMessage<?>> facts = facts(events);
        List<Event> stored = facts.stream().map(fact -> StoredFacts.of(fact, serializer)).toList();
        long before = order.headToWriteAfter();
        beforeAppend.write(facts);
        append(stored);
        Map<String, Long> positions =
                order.find(facts.stream().map(EventMessage::getIdentifier).collect(Collectors.toSet()), before);
        note(facts, fact -> Objects.requireNonNull(positions.get(fact.getIdentifier())));
    }

    private void append(List<Event> facts) {
        AppendEventsTransaction transaction = link.events().startAppendEventsTransaction();
        try {
            facts.forEach(transaction::appendEvent);
            Confirmation confirmed = link.answer(transaction.commit());
            if (confirmed == null || !confirmed.getSuccess()) {
                throw new FactsAwayException(link.server() + " did not confirm what it was sent");
            }
        } catch (FactsAwayException e) {
            abandon(transaction);
            throw e;
        } catch (IllegalStateException e) {
            throw new FactsAwayException(link.server() + " closed the connection during an append", e);
        }
    }

    /** What is still under way is taken back as far as that is possible; its outcome stays in doubt. */
    private static void abandon(AppendEventsTransaction transaction) {
        try {
            transaction.rollback();
        } catch (RuntimeException e) {
            return;
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Of what is known the last fact is asked for too: a server that does not have it lags behind, and nothing is
     * decided on what it says.
     */
    @Override
    protected Set<String> readAhead(Collection<String> aggregates, Map<String, Long> known) {
        order.headToWriteAfter();
        Map<String, List<DomainEventData<byte[]>>> found = new HashMap<>();
        Set<String> changed = new HashSet<>(known.keySet());
        List<String> ids = List.copyOf(aggregates);
        int facts = 0;
        for (int next = 0; next < ids.size() && facts < MOST_AHEAD; next += SIDE_BY_SIDE) {
            List<String> some = ids.subList(next, Math.min(ids.size(), next + SIDE_BY_SIDE));
            Map<String, List<DomainEventData<byte[]>>> read = read(some, known);
            facts += read.values().stream().mapToInt(List::size).sum();
            read.forEach((id, these) -> {
                if (!known.containsKey(id)) {
                    found.put(id, these);
                } else if (these.isEmpty()) {
                    throw new FactsAwayException(link.server() + " does not have fact " + known.get(id) + " of " + id
                            + ", which is known here: nothing is decided on what it says");
                } else if (these.size() == 1) {
                    changed.remove(id);
                }
            });
        }
        keepAhead(found);
        return changed;
    }

    /** From the last known fact on. */
    private Map<String, List<DomainEventData<byte[]>>> read(List<String> aggregates, Map<String, Long> known) {
        Map<String, AggregateEventStream> streams = new LinkedHashMap<>();
        try {
            for (String id : aggregates) {
                streams.put(id, link.events().openAggregateStream(id, known.getOrDefault(id, 0L)));
            }
            Map<String, List<DomainEventData<byte[]>>> read = new HashMap<>();
            streams.forEach((id, stream) -> read.put(id, taken(stream, known.getOrDefault(id, 0L))));
            return read;
        } catch (RuntimeException e) {
            streams.values().forEach(AggregateEventStream::cancel);
            throw link.failure(e);
        }
    }

    @Override
    protected List<DomainEventData<byte[]>> read(String aggregate, long first, int limit) {
        try {
            return taken(link.events().openAggregateStream(aggregate, first, first + limit - 1), first);
        } catch (RuntimeException e) {
            throw link.failure(e);
        }
    }

    private List<DomainEventData<byte[]>> taken(AggregateEventStream stream, long first) {
        List<DomainEventData<byte[]>> facts = new ArrayList<>();
        try {
            while (stream.hasNext()) {
                facts.add(numbered(stream.next(), first + facts.size()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (Thread.currentThread().isInterrupted()) {
            // To whoever is interrupted the stream looks as if it had ended: what was read is not all there is.
            throw new FactsAwayException("interrupted while reading from " + link.server());
        }
        return facts;
    }

    /** The protocol does not say that the numbers of an aggregate come one after the other; everything rests on it. */
    private DomainEventData<byte[]> numbered(Event fact, long sequence) {
        if (fact.getAggregateSequenceNumber() != sequence) {
            throw new FactsAwayException(link.server() + " sent fact " + fact.getAggregateSequenceNumber() + " of "
                    + fact.getAggregateIdentifier() + " where " + sequence + " comes next: nothing is decided on it");
        }
        return new GrpcBackedDomainEventData(fact);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken token, int batchSize) {
        long position = token == null ? 0 : token.position().orElse(0);
        return order.after(position, batchSize).stream().map(StoredFacts::of).toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        long last = link.answer(link.events().findHighestSequence(aggregateId));
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return token(order.head());
    }

    /** The protocol does not say what is answered for an instant after the last fact, and nobody has to ask it. */
    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        throw new UnsupportedOperationException("the position of an instant is in the ledger's own table");
    }

    private static @Nullable TrackingToken token(long position) {
        return position <= 0 ? null : new GlobalSequenceTrackingToken(position);
    }

    private static final class Builder extends BatchingEventStorageEngine.Builder {
        private @Nullable AxonServerLink link;
        private @Nullable ServerOrder order;
        private @Nullable BeforeAppend beforeAppend;
    }
}
