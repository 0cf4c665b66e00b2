package ledger.api.ground;

import java.util.stream.Stream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * The event store of a lane whose commands share a unit of work. What one command has staged is asked for by no other:
 * an aggregate already loaded in the unit of work is found there, so no load looks through all that the group staged.
 */
final class FactStore extends EmbeddedEventStore {

    FactStore(EventStorageEngine engine) {
        super(EmbeddedEventStore.builder().storageEngine(engine));
    }

    @Override
    protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String aggregateIdentifier) {
        return Stream.empty();
    }
}
