package ledger.domain.recognition;

/** How often the same level can be conferred on the same subject (R23). */
public enum Repeat {
    /** Once and for all. */
    ONCE,
    /** Once in each year that the window means. */
    YEARLY,
    /** Again when its window is full again; what an earlier one rested on is used up. */
    RENEWED,
    /** Once in each cycle of hours. */
    EACH_CYCLE
}
