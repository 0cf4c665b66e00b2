package ledger.domain;

import org.axonframework.modelling.command.AggregateLifecycle;

/** The one step that all Axon shells share: what a model decided becomes facts. */
public final class Aggregates {

    private Aggregates() {}

    public static <E extends Fact> Decision<E> apply(Decision<E> decision) {
        if (decision instanceof Decision.Accepted<E> accepted) {
            accepted.facts().forEach(AggregateLifecycle::apply);
        }
        return decision;
    }
}
