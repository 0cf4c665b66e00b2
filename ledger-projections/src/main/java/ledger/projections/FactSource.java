package ledger.projections;

import java.util.List;

/** Where facts are read from, in the one order. */
public interface FactSource {

    /** Up to {@code limit} facts after a position, in order; empty at the head. */
    List<RecordedFact> after(long position, int limit);

    /** The last position written; 0 for an empty ledger. */
    long head();
}
