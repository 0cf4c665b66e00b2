package ledger.domain.account;

/** Where an entry stands in its life (R16). */
public enum EntryState {
    /** In public notice; counts once the notice is over. */
    RECORDED,
    /** Waits for a person's decision. */
    HELD,
    /** In public notice, its clock stopped by the volunteer's objection. */
    OBJECTED,
    /** Counts. */
    CERTIFIED,
    DECLINED,
    REVOKED,
    /** Kept as learning minutes, never as service (R8). */
    TRAINING;

    /** Standing entries take their time: no other standing entry may overlap them, and they fill the day (R10, R11). */
    public boolean isStanding() {
        return this == RECORDED || this == OBJECTED || this == CERTIFIED;
    }

    /** An open entry holds its source record; after the end of an entry the record may be sent anew (R9). */
    public boolean isOpen() {
        return isStanding() || this == HELD || this == TRAINING;
    }
}
