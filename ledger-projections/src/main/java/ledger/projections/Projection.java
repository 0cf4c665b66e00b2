package ledger.projections;

import java.util.List;

/** A view that follows the facts of its room. */
public interface Projection {

    /** The room it shows; also the name under which its position is kept. */
    String room();

    /**
     * The tables of {@code views_v1} that it alone writes, all of which can be made anew from the facts; empty for one
     * that acts instead of showing.
     */
    default List<String> tables() {
        return List.of();
    }

    /** What its rows rest on beside the facts, such as the schemes in use; when it changes the view is made anew. */
    default String basis() {
        return "";
    }

    /** Another node has made the view on a basis that is not the one known here: look again at what there is. */
    default void restsOnAnotherBasis() {}

    /**
     * Fold a batch and write it, each table once. Called inside a transaction, never twice for a position.
     *
     * @throws TryLaterException when the batch is good but its time has not come
     */
    void project(List<RecordedFact> batch);
}
