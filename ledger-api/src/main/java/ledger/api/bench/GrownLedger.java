package ledger.api.bench;

import ledger.api.bench.floor.RepeatedStretch;
import ledger.projections.account.EntryProjection;

/**
 * A ledger of many millions of facts in minutes: a stretch of it, decided and folded as always, is repeated. Whether the
 * views are those that the facts would have made, the service's own rebuild tells.
 */
final class GrownLedger implements AutoCloseable {

    private final OwnLedger own;
    private final RepeatedStretch stretch;

    /**
     * @param name with which the ids of all accounts and the source systems of the stretch go on after their kind
     * @param first position behind which the stretch begins; it ends at the head, and holds facts of entries alone
     */
    GrownLedger(OwnLedger own, String name, long first) {
        this.own = own;
        this.stretch = new RepeatedStretch(own.url(), name, first, own.head());
    }

    int copies() {
        return stretch.copies();
    }

    /** The name with which the ids of a copy go on; of copy 0, the stretch itself. */
    String name(int copy) {
        return stretch.name(copy);
    }

    /** Grow to so many facts, or a few less; nobody may write meanwhile. */
    void growTo(long wanted) {
        stretch.growTo(wanted);
        own.awaitViews(own.head());
    }

    /** Make the view of entries anew, and say whether it is what was there. */
    void check() {
        own.views().rebuild(EntryProjection.ROOM, step -> { }).tables().stream()
                .filter(table -> !table.isSame())
                .findFirst()
                .ifPresent(table -> {
                    throw new IllegalStateException("the grown view is not what its facts make: " + table);
                });
    }

    @Override
    public void close() {
        stretch.close();
    }
}
