package ledger.projections;

/**
 * A question that the views answer, whichever node they are asked on.
 *
 * @param <V> what answers it
 */
public interface LedgerQuery<V> {

    /** The kind of its answer. */
    Class<V> answer();
}
