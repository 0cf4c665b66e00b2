package ledger.projections.figure;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ledger.projections.account.EntryReader;
import ledger.projections.account.ServedDays;

/** The entries of a scope in SQL: as sums of kinds kept with each batch where these can answer, else one by one. */
final class FigureQuery {

    /** What an entry names of a place: its grid, else its station. */
    private static final String SITE = "(CASE WHEN k.grid <> '' THEN k.grid ELSE k.station END)";

    static final String PLACE_KEY = "coalesce(p.key, '')";

    private static final String KINDS_IN_ALL =
            """
            SELECT recorded_by, category, evidence, station, grid, entries, minutes
            FROM views_v1.service_in_all WHERE state = 'CERTIFIED'""";

    private static final String KINDS_BY_DAY =
            """
            SELECT served_on, recorded_by, category, evidence, station, grid, entries, minutes
            FROM views_v1.service_by_day WHERE state = 'CERTIFIED'""";

    private static final String ENTRIES =
            """
            SELECT served_on, recorded_by, coalesce(category, '') AS category, evidence,
              coalesce(station_id, '') AS station, coalesce(grid_id, '') AS grid, account_id, entry_id, body,
              1::bigint AS entries, minutes FROM views_v1.entry WHERE state = 'CERTIFIED'""";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final CityPlaces places;

    private FigureQuery(CityPlaces places) {
        this.places = places;
    }

    /** Sums of kinds, as known now; they know no volunteers. */
    static FigureQuery kinds(FigureScope scope, @Nullable Dimension by, CityPlaces places) {
        FigureQuery query = new FigureQuery(places);
        boolean byDay = !scope.days().equals(ServedDays.ALL) || by != null && by.isOfTime();
        query.sql.append(" FROM (").append(byDay ? KINDS_BY_DAY : KINDS_IN_ALL);
        query.days(scope.days());
        return query.narrowed(scope, by);
    }

    /** Entries as known at a position. */
    static FigureQuery entries(FigureScope scope, @Nullable Dimension by, CityPlaces places, long position) {
        FigureQuery query = new FigureQuery(places);
        query.sql.append(" FROM (").append(ENTRIES);
        if (position == EntryReader.NOW) {
            query.sql.append(" AND known_to IS NULL");
        } else {
            query.also(" AND known_from <= ? AND (known_to IS NULL OR known_to > ?)", position, position);
        }
        query.days(scope.days());
        if (scope.accountId() != null) {
            query.also(" AND account_id = ?", scope.accountId());
        }
        return query.narrowed(scope, by);
    }

    private FigureQuery narrowed(FigureScope scope, @Nullable Dimension by) {
        sql.append(") k");
        if (by != null && by.isOfPlaces()) {
            Map<String, String> keys = by == Dimension.GRID ? places.grids() : places.districts();
            also(" LEFT JOIN unnest(?::text[], ?::text[]) AS p(id, key) ON p.id = " + SITE,
                    keys.keySet().toArray(String[]::new), keys.values().toArray(String[]::new));
        }
        sql.append(" WHERE true");
        if (!scope.grades().isEmpty()) {
            also(" AND k.evidence = ANY(?)", (Object) scope.grades().stream().map(Enum::name).toArray(String[]::new));
        }
        if (scope.recordedBy() != null) {
            also(" AND k.recorded_by = ANY(?)", (Object) scope.recordedBy().toArray(String[]::new));
        }
        if (scope.category() != null) {
            also(" AND k.category = ?", scope.category());
        }
        if (scope.stationId() != null) {
            also(" AND k.station = ?", scope.stationId());
        }
        lyingIn(scope.gridId(), places.grids());
        lyingIn(scope.district(), places.districts());
        return this;
    }

    private void lyingIn(@Nullable String key, Map<String, String> keys) {
        if (key != null) {
            boolean nowhere = key.isEmpty();
            also(" AND " + (nowhere ? "NOT " : "") + SITE + " = ANY(?)", (Object) keys.entrySet().stream()
                    .filter(one -> nowhere || one.getValue().equals(key))
                    .map(Map.Entry::getKey).toArray(String[]::new));
        }
    }

    private void days(ServedDays days) {
        if (days.from() != null) {
            also(" AND served_on >= ?", Date.valueOf(days.from()));
        }
        if (days.to() != null) {
            also(" AND served_on <= ?", Date.valueOf(days.to()));
        }
    }

    /** Add words of SQL with their values. */
    FigureQuery also(String words, Object... more) {
        sql.append(words);
        values.addAll(Arrays.asList(more));
        return this;
    }

    /** All of it after these words, which have no values. */
    String after(String words) {
        return words + sql;
    }

    Object[] values() {
        return values.toArray();
    }
}
