package ledger.projections.figure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what figures are told apart. */
public enum Dimension {
    ORGANIZATION("k.recorded_by"),
    CATEGORY("k.category"),
    EVIDENCE("k.evidence"),
    STATION("k.station"),
    /** By the grid that was named, else the one in which the station lies; one that was merged as what it became. */
    GRID(FigureQuery.PLACE_KEY),
    /** By the district of the grid, else that of the station. */
    DISTRICT(FigureQuery.PLACE_KEY),
    YEAR("to_char(k.served_on, 'YYYY')"),
    MONTH("to_char(k.served_on, 'YYYY-MM')"),
    DAY("to_char(k.served_on, 'YYYY-MM-DD')"),
    VOLUNTEER("'volunteer-' || substr(k.account_id, length('account-') + 1)");

    private final String key;

    Dimension(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    boolean isOfTime() {
        return this == YEAR || this == MONTH || this == DAY;
    }

    boolean isOfPlaces() {
        return this == GRID || this == DISTRICT;
    }

    /** The name in requests and answers. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Dimension> named(String text) {
        return Arrays.stream(values()).filter(one -> one.wire().equalsIgnoreCase(text.strip())).findFirst();
    }
}
