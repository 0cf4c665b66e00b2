package ledger.api.ground;

import java.util.List;

import org.axonframework.eventhandling.DomainEventMessage;

/** What is written in the transaction of the facts, before the append takes the head of the order. */
@FunctionalInterface
public interface BeforeAppend {

    void write(List<DomainEventMessage<?>> facts);
}
