package ledger.projections;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Reads a long stretch of the one order by several lanes, range by range, and hands the ranges on in order. So what is
 * slow, fetching and parsing, is done by all processors, and what must be done in order, in order.
 */
public final class FactRanges {

    /** Facts of a range: few enough that those in hand take little memory. */
    static final int RANGE = 2_000;

    private final FactSource facts;
    private final int lanes;

    /** As many lanes as there are processors. */
    public FactRanges(FactSource facts) {
        this(facts, Runtime.getRuntime().availableProcessors());
    }

    /** @param lanes 1 or more */
    public FactRanges(FactSource facts, int lanes) {
        this.facts = facts;
        this.lanes = lanes;
    }

    /**
     * All facts after one position up to another, in order.
     *
     * @throws IllegalStateException where the order has a gap
     */
    public void read(long after, long upTo, Consumer<List<RecordedFact>> range) {
        Deque<Future<List<RecordedFact>>> coming = new ArrayDeque<>();
        try (ExecutorService readers = Executors.newFixedThreadPool(lanes, Thread.ofPlatform().name("range-", 0).factory())) {
            try {
                long asked = after;
                while (asked < upTo || !coming.isEmpty()) {
                    while (asked < upTo && coming.size() <= lanes) {
                        long from = asked;
                        long to = Math.min(upTo, from + RANGE);
                        coming.add(readers.submit(() -> read(from, to)));
                        asked = to;
                    }
                    range.accept(here(coming.removeFirst()));
                }
            } finally {
                readers.shutdownNow();
            }
        }
    }

    private List<RecordedFact> read(long after, long upTo) {
        List<RecordedFact> read = facts.after(after, (int) (upTo - after));
        if (read.size() != upTo - after || read.getLast().position() != upTo) {
            throw new IllegalStateException("the order has a gap between " + after + " and " + upTo);
        }
        return read;
    }

    private static List<RecordedFact> here(Future<List<RecordedFact>> range) {
        try {
            return range.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
