package ledger.api.ground.axonserver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

import ledger.api.ground.Appended;
import ledger.api.ground.BeforeAppend;
import ledger.domain.history.FactMetadata;
import ledger.projections.FactsAwayException;

/**
 * Facts on Axon Server. An append is one transaction of the server; its confirmation names no position, so the facts
 * are read back from the order, and their command is answered with the position they really have.
 */
final class AxonServerStorageEngine extends AbstractEventStorageEngine {

    private static final int BATCH = 2_000;

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
        builder.eventSerializer(aware).snapshotSerializer(aware).upcasterChain(upcasters);
        return new AxonServerStorageEngine(builder);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<DomainEventMessage<?>> facts = events.stream()
                .<DomainEventMessage<?>>map(event -> (DomainEventMessage<?>) event)
                .toList();
        List<Event> stored = facts.stream().map(fact -> StoredFacts.of(fact, serializer)).toList();
        long before = order.headToWriteAfter();
        beforeAppend.write(facts);
        append(stored);
        note(facts, order.find(facts.stream().map(EventMessage::getIdentifier).collect(Collectors.toSet()), before));
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

    private static void note(List<DomainEventMessage<?>> facts, Map<String, Long> positions) {
        if (!CurrentUnitOfWork.isStarted()) {
            return;
        }
        Appended appended =
                CurrentUnitOfWork.get().root().getOrComputeResource(Appended.RESOURCE, key -> new Appended());
        for (DomainEventMessage<?> fact : facts) {
            String commandId = (String) fact.getMetaData().get(FactMetadata.COMMAND_ID);
            appended.add(commandId == null ? "" : commandId, positions.get(fact.getIdentifier()));
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String aggregateId, long firstSequenceNumber) {
        List<DomainEventData<?>> facts = new ArrayList<>();
        try {
            AggregateEventStream stream = link.events().openAggregateStream(aggregateId, firstSequenceNumber);
            while (stream.hasNext()) {
                facts.add(numbered(stream.next(), firstSequenceNumber + facts.size()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            throw link.failure(e);
        }
        if (Thread.currentThread().isInterrupted()) {
            // To whoever is interrupted the stream looks as if it had ended: what was read is not all there is.
            throw new FactsAwayException("interrupted while reading from " + link.server());
        }
        return facts.stream();
    }

    /** The protocol does not say that the numbers of an aggregate come one after the other; everything rests on it. */
    private DomainEventData<?> numbered(Event fact, long sequence) {
        if (fact.getAggregateSequenceNumber() != sequence) {
            throw new FactsAwayException(link.server() + " sent fact " + fact.getAggregateSequenceNumber() + " of "
                    + fact.getAggregateIdentifier() + " where " + sequence + " comes next: nothing is decided on it");
        }
        return new GrpcBackedDomainEventData(fact);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        long position = token == null ? 0 : token.position().orElse(0);
        return Stream.iterate(
                        order.after(position, BATCH),
                        batch -> !batch.isEmpty(),
                        batch -> order.after(batch.getLast().getToken() + 1, BATCH))
                .flatMap(List::stream)
                .map(StoredFacts::of);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        long last = link.answer(link.events().findHighestSequence(aggregateId));
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return token(order.head());
    }

    /** The connector counts from the token before the first fact of that instant, which is the position before it. */
    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        return token(link.answer(link.events().getTokenAt(instant.toEpochMilli())) + 1);
    }

    private static @Nullable TrackingToken token(long position) {
        return position <= 0 ? null : new GlobalSequenceTrackingToken(position);
    }

    /** Accounts are folded from their facts; nothing but facts is stored for them. */
    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new IllegalStateException("no aggregate of the ledger asks for snapshots");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateId) {
        return Stream.empty();
    }

    private static final class Builder extends AbstractEventStorageEngine.Builder {
        private @Nullable AxonServerLink link;
        private @Nullable ServerOrder order;
        private @Nullable BeforeAppend beforeAppend;
    }
}
