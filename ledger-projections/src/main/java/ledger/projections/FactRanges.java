package ledger.projections;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Reads a long stretch of the one order by several lanes, range by range, and hands the ranges on in order. So what is
 * slow, fetching and parsing, is done by all processors, and what must be done in order, in order.
 */
public final class FactRanges {

    /** Facts of a range: few enough that those in hand take little memory. */
    static final int RANGE = 2_000;

    private final FactSource facts;
    private final Lanes lanes;

    /** As many lanes as there are processors. */
    public FactRanges(FactSource facts) {
        this(facts, Runtime.getRuntime().availableProcessors());
    }

    /** @param lanes 1 or more */
    public FactRanges(FactSource facts, int lanes) {
        this.facts = facts;
        this.lanes = new Lanes(lanes);
    }

    /**
     * All facts after one position up to another, in order.
     *
     * @throws IllegalStateException where the order has a gap
     */
    public void read(long after, long upTo, Consumer<List<RecordedFact>> range) {
        lanes.work(
                LongStream.iterate(after, from -> from < upTo, from -> from + RANGE).iterator(),
                from -> read(from, Math.min(upTo, from + RANGE)),
                range);
    }

    private List<RecordedFact> read(long after, long upTo) {
        List<RecordedFact> read = facts.after(after, (int) (upTo - after));
        if (read.size() != upTo - after || read.getLast().position() != upTo) {
            throw new IllegalStateException("the order has a gap between " + after + " and " + upTo);
        }
        return read;
    }
}
