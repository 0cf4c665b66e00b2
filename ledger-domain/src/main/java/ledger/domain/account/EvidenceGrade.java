package ledger.domain.account;

/** How well an entry is evidenced, best first (R15). Every entry has one, and schemes choose which they count. */
public enum EvidenceGrade {
    SYSTEM_TIMED,
    STAFF_SCANNED,
    SELF_LOCATED,
    CODE,
    ORG_ENTERED,
    SELF_CLAIMED_CONFIRMED,
    TRANSFERRED,
    /** Served before the ledger knew of it: the only grade that may have no interval (R4). */
    HISTORICAL;

    /** Whether a machine or a scan took the times, so that nobody typed them. */
    public boolean isTimedByMachine() {
        return switch (this) {
            case SYSTEM_TIMED, STAFF_SCANNED, SELF_LOCATED -> true;
            case CODE, ORG_ENTERED, SELF_CLAIMED_CONFIRMED, TRANSFERRED, HISTORICAL -> false;
        };
    }
}
