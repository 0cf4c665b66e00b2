package ledger.projections;

import java.util.List;

/** A view that follows the facts of its room. */
public interface Projection {

    /** The room it shows; also the name under which its position is kept. */
    String room();

    /** Fold a batch and write it, each table once. Called inside a transaction, never twice for a position. */
    void project(List<RecordedFact> batch);
}
