package ledger.api.ground;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells whoever follows the ledger that its head has moved. */
public final class HeadSignal {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public void onWritten(Runnable listener) {
        listeners.add(listener);
    }

    public void written(long position) {
        listeners.forEach(Runnable::run);
    }
}
