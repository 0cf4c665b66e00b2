package ledger.domain.rulebook;

import ledger.domain.document.Place;

/**
 * How many minutes of one volunteer's day count, and whose decision the rest needs (R11).
 *
 * @param automaticMinutes up to this many need nobody's decision
 * @param parentMinutes up to this many the parent organization decides
 * @param above what becomes of more
 */
public record DailyLimit(int automaticMinutes, int parentMinutes, Above above) {

    /** What becomes of a day above the parent organization's limit. */
    public enum Above {
        AUTHORITY,
        REFUSE
    }

    /** A place that knows no limit. */
    public static final DailyLimit NONE = new DailyLimit(Integer.MAX_VALUE, Integer.MAX_VALUE, Above.AUTHORITY);

    static DailyLimit read(Place place) {
        if (place.says("none")) {
            return NONE;
        }
        place.only("automaticMinutes", "parentMinutes", "above");
        int automatic = place.at("automaticMinutes").whole(1, 1440);
        return new DailyLimit(
                automatic,
                place.at("parentMinutes").whole(automatic, 1440),
                place.find("above").map(above -> above.one(Above.class)).orElse(Above.AUTHORITY));
    }
}
