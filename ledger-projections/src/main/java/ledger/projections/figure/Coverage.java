package ledger.projections.figure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ledger.projections.figure.Figures.Row;

/**
 * Which grids and stations had service (F6.5), as known at a position.
 *
 * @param grids all that stand, by code
 * @param stations all that were open on any of the days or had service on them, by code
 */
public record Coverage(long position, List<Covered> grids, List<Covered> stations) {

    public Coverage {
        grids = List.copyOf(grids);
        stations = List.copyOf(stations);
    }

    /** @param service certified entries there; none where it had no service */
    public record Covered(String id, String code, String name, @Nullable String district, Row service) {

        public boolean isServed() {
            return service.personTimes() > 0;
        }
    }
}
