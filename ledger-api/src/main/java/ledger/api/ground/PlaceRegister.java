package ledger.api.ground;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

/** The stations and grids as commands see them: true up to the last commit. */
public final class PlaceRegister {

    private final JdbcTemplate jdbc;

    PlaceRegister(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of those grids that are defined and were not merged into another one, by code. */
    public Map<String, String> grids(Collection<String> codes) {
        return ids("SELECT code, grid_id FROM reference.grid WHERE code = ANY(?) AND merged_into IS NULL", codes);
    }

    /** Ids of those stations that are open or were, by code. */
    public Map<String, String> stationsEver(Collection<String> codes) {
        return ids("SELECT code, station_id FROM reference.station WHERE code = ANY(?)", codes);
    }

    /** Ids of those grids that are defined, those merged into another one included, by code. */
    public Map<String, String> gridsEver(Collection<String> codes) {
        return ids("SELECT code, grid_id FROM reference.grid WHERE code = ANY(?)", codes);
    }

    private Map<String, String> ids(String sql, Collection<String> codes) {
        Map<String, String> found = new HashMap<>();
        if (!codes.isEmpty()) {
            jdbc.query(sql, row -> {
                found.put(row.getString(1), row.getString(2));
            }, (Object) codes.toArray(String[]::new));
        }
        return found;
    }

    public Optional<String> grid(String code) {
        return Optional.ofNullable(grids(java.util.List.of(code)).get(code));
    }
}
