package ledger.api.bench;

/** In what a scenario is counted. */
public enum Unit {
    EVENTS_PER_SECOND("events/s"),
    ROWS_PER_SECOND("rows/s"),
    /** A scheme asked of an account. */
    EVALUATIONS_PER_SECOND("evaluations/s"),
    /** The median time of one thing; less is better. */
    MILLISECONDS("ms");

    private final String sign;

    Unit(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }
}
