package ledger.projections.place;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.place.GridEvent;
import ledger.domain.place.StationEvent;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;

/** Keeps the stations and grids of the city. */
public final class PlaceProjection implements Projection {

    public static final String ROOM = "place";

    private static final String STATION_KNOWN =
            """
            INSERT INTO views_v1.place_known
              (place_id, known_from, is_grid, code, name, district, grid_id, began_on, ended_on)
            SELECT station_id, ?, false, code, name, district, grid_id, opened_on, closed_on
            FROM views_v1.station WHERE station_id = ?
            """;

    private static final String GRID_KNOWN =
            """
            INSERT INTO views_v1.place_known (place_id, known_from, is_grid, code, name, district, merged_into)
            SELECT grid_id, ?, true, code, name, district, merged_into FROM views_v1.grid WHERE grid_id = ?
            """;

    private final JdbcTemplate jdbc;

    public PlaceProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public List<String> tables() {
        return List.of("station", "grid", "place_known");
    }

    @Override
    public void project(List<RecordedFact> batch) {
        for (RecordedFact fact : batch) {
            switch (fact.fact()) {
                case StationEvent event -> {
                    write(event);
                    keep(STATION_KNOWN, event.stationId(), fact.position());
                }
                case GridEvent event -> {
                    write(event);
                    keep(GRID_KNOWN, event.gridId(), fact.position());
                }
                default -> { }
            }
        }
    }

    /** As it stands now it is known from this position on. */
    private void keep(String known, String placeId, long position) {
        jdbc.update(
                "UPDATE views_v1.place_known SET known_to = ? WHERE place_id = ? AND known_to IS NULL",
                position, placeId);
        jdbc.update(known, position, placeId);
    }

    private void write(StationEvent event) {
        switch (event) {
            case StationEvent.StationOpened e -> jdbc.update(
                    """
                    INSERT INTO views_v1.station
                      (station_id, code, name, venue_type, grid_id, district, run_by, opened_on)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (station_id) DO UPDATE SET name = excluded.name, venue_type = excluded.venue_type,
                      grid_id = excluded.grid_id, district = excluded.district, run_by = excluded.run_by,
                      opened_on = excluded.opened_on, closed_on = NULL
                    """,
                    e.stationId(), e.code(), e.name(), e.venueType().name(), e.gridId(), e.district(), e.runBy(),
                    e.openedOn());
            case StationEvent.StationClosed e -> jdbc.update(
                    "UPDATE views_v1.station SET closed_on = ? WHERE station_id = ?", e.closedOn(), e.stationId());
        }
    }

    /** The stations of a grid that was merged lie in the one that took it in. */
    private void write(GridEvent event) {
        switch (event) {
            case GridEvent.GridDefined e -> jdbc.update(
                    """
                    INSERT INTO views_v1.grid (grid_id, code, name, district) VALUES (?, ?, ?, ?)
                    ON CONFLICT (grid_id) DO UPDATE SET district = excluded.district
                    """,
                    e.gridId(), e.code(), e.name(), e.district());
            case GridEvent.GridMerged e -> {
                jdbc.update(
                        "UPDATE views_v1.grid SET merged_into = ? WHERE grid_id = ?", e.intoGridId(), e.gridId());
                jdbc.update(
                        "UPDATE views_v1.station SET grid_id = ? WHERE grid_id = ?", e.intoGridId(), e.gridId());
            }
        }
    }
}
