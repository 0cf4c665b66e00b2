package ledger.projections.place;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import ledger.domain.place.VenueType;

/** Answers which stations and grids the city has. */
public final class PlaceReader {

    private static final RowMapper<StationView> STATION = (row, number) -> new StationView(
            row.getString("station_id"),
            row.getString("code"),
            row.getString("name"),
            VenueType.valueOf(row.getString("venue_type")),
            row.getString("grid_id"),
            row.getString("district"),
            row.getString("run_by"),
            row.getObject("opened_on", LocalDate.class),
            row.getObject("closed_on", LocalDate.class));

    private static final RowMapper<GridView> GRID = (row, number) -> new GridView(
            row.getString("grid_id"), row.getString("code"), row.getString("name"), row.getString("district"),
            row.getString("merged_into"));

    private final JdbcTemplate jdbc;

    public PlaceReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of the stations by code, after a code.
     *
     * @param gridId only those in this grid; absent for all
     */
    public List<StationView> stations(@Nullable String gridId, String afterCode, int limit) {
        return gridId == null
                ? jdbc.query(
                        "SELECT * FROM views_v1.station WHERE code > ? ORDER BY code LIMIT ?",
                        STATION, afterCode, limit)
                : jdbc.query(
                        "SELECT * FROM views_v1.station WHERE grid_id = ? AND code > ? ORDER BY code LIMIT ?",
                        STATION, gridId, afterCode, limit);
    }

    public Optional<StationView> station(String stationId) {
        return jdbc.query("SELECT * FROM views_v1.station WHERE station_id = ?", STATION, stationId)
                .stream().findFirst();
    }

    /** A page of the grids by code, after a code. */
    public List<GridView> grids(String afterCode, int limit) {
        return jdbc.query("SELECT * FROM views_v1.grid WHERE code > ? ORDER BY code LIMIT ?", GRID, afterCode, limit);
    }
}
