package ledger.api.ground;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** Tells whoever follows the ledger that its head has moved. */
public final class HeadSignal {

    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

    /** @param listener told the last position written */
    public void onWritten(LongConsumer listener) {
        listeners.add(listener);
    }

    public void written(long position) {
        listeners.forEach(listener -> listener.accept(position));
    }
}
