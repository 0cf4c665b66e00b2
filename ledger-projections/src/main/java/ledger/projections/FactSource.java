package ledger.projections;

import java.util.Collection;
import java.util.List;

/** Where facts are read from, in the one order. */
public interface FactSource {

    /** Up to {@code limit} facts after a position, in order; empty at the head. */
    List<RecordedFact> after(long position, int limit);

    /** The facts at these positions, in order; those that there are not are absent. */
    default List<RecordedFact> at(Collection<Long> positions) {
        return positions.stream().sorted()
                .flatMap(position -> after(position - 1, 1).stream().filter(fact -> fact.position() == position))
                .toList();
    }

    /** The last position written; 0 for an empty ledger. */
    long head();
}
