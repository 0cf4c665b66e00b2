package ledger.projections;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does what is slow by several lanes, and hands on what comes of it in order; little is in hand at a time. */
public final class Lanes {

    private final int lanes;

    /** @param lanes 1 or more */
    public Lanes(int lanes) {
        this.lanes = lanes;
    }

    /** As many as there are processors. */
    public static Lanes ofThisMachine() {
        return new Lanes(Runtime.getRuntime().availableProcessors());
    }

    /**
     * @param slow done by any lane
     * @param inOrder told each result, in the order of the pieces; what it throws ends the work
     */
    public <P, R> void work(Iterator<P> pieces, Function<P, R> slow, Consumer<R> inOrder) {
        Deque<Future<R>> coming = new ArrayDeque<>();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(lanes, Thread.ofPlatform().name("range-", 0).factory())) {
            try {
                while (pieces.hasNext() || !coming.isEmpty()) {
                    while (pieces.hasNext() && coming.size() <= lanes) {
                        P piece = pieces.next();
                        coming.add(workers.submit(() -> slow.apply(piece)));
                    }
                    inOrder.accept(here(coming.removeFirst()));
                }
            } finally {
                workers.shutdownNow();
            }
        }
    }

    private static <R> R here(Future<R> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
