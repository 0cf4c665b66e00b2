package ledger.api.intake;

/** One record sent alone as JSON. */
public final class SingleRow {

    private SingleRow() {}

    /** @throws RefusedException when it is no JSON object */
    public static Row of(String json) {
        return switch (Rows.json(1, json)) {
            case Rows.Reading.Read read -> read.row();
            case Rows.Reading.Unreadable bad -> throw RefusedException.of(DoorRefusal.REQUEST_UNREADABLE, "request");
        };
    }
}
