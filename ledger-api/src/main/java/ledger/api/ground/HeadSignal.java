package ledger.api.ground;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import ledger.projections.RecordedFact;

/** Tells whoever follows the ledger that its head has moved, and by what. */
public final class HeadSignal {

    private final List<Consumer<List<RecordedFact>>> listeners = new CopyOnWriteArrayList<>();

    /** @param listener told the last position written */
    public void onWritten(LongConsumer listener) {
        onFacts(facts -> listener.accept(facts.getLast().position()));
    }

    /** @param listener told the facts of each commit that wrote, in order; after those who were there before it */
    public void onFacts(Consumer<List<RecordedFact>> listener) {
        listeners.add(listener);
    }

    /** @param facts one or more, committed */
    public void written(List<RecordedFact> facts) {
        listeners.forEach(listener -> listener.accept(facts));
    }
}
