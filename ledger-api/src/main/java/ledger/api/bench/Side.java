package ledger.api.bench;

import java.util.Locale;

/** Who is measured. */
public enum Side {
    /** This ledger, as it serves. */
    OURS,
    /** Axon as it comes, on its own JDBC event store. */
    STOCK,
    /** Plain JDBC: the least that the same work can cost. */
    FLOOR;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
