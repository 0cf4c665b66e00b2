package ledger.api.ground;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

/** The grids as commands see them: true up to the last commit. */
public final class PlaceRegister {

    private final JdbcTemplate jdbc;

    PlaceRegister(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of those grids that are defined and were not merged into another one, by code. */
    public Map<String, String> grids(Collection<String> codes) {
        Map<String, String> found = new HashMap<>();
        if (!codes.isEmpty()) {
            jdbc.query(
                    "SELECT code, grid_id FROM reference.grid WHERE code = ANY(?) AND merged_into IS NULL",
                    row -> {
                        found.put(row.getString(1), row.getString(2));
                    },
                    (Object) codes.toArray(String[]::new));
        }
        return found;
    }

    public Optional<String> grid(String code) {
        return Optional.ofNullable(grids(java.util.List.of(code)).get(code));
    }
}
