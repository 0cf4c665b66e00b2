package ledger.api.fault;

/** What can befall a ledger under load, in the order in which a round goes through them. */
enum Fault {
    SERVICE_KILLED,
    DATABASE_KILLED,
    BOTH_KILLED,
    DATABASE_PAUSED,
    DISK_FULL,
    POOL_EXHAUSTED,
    CLOCK_JUMPS,
    POISONED_FACT,
    STALE_LOCK_FILE,
    CHINESE_LOCALE,
    ORDINARY_USER
}
