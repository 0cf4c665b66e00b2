package ledger.api.fault;

/** What can befall a ledger under load. */
enum Fault {
    SERVICE_KILLED(true),
    DATABASE_KILLED(true),
    BOTH_KILLED(true),
    DATABASE_PAUSED(true),
    POOL_EXHAUSTED(true),
    CLOCK_JUMPS(true),
    POISONED_FACT(true),
    DISK_FULL(false),
    STALE_LOCK_FILE(false),
    /** A Chinese locale, and an ordinary user where the others were root. */
    FOREIGN_HOST(false);

    private final boolean befallsSeveralNodes;

    Fault(boolean befallsSeveralNodes) {
        this.befallsSeveralNodes = befallsSeveralNodes;
    }

    boolean befallsSeveralNodes() {
        return befallsSeveralNodes;
    }
}
