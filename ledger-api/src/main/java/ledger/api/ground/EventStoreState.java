package ledger.api.ground;

import java.util.Optional;

/** Whether facts can be read and written at the moment. */
@FunctionalInterface
public interface EventStoreState {

    /** What is wrong, in plain words for the operator; empty when all is well. */
    Optional<String> trouble();
}
