package ledger.projections.figure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import ledger.projections.account.ServedDays;

/** Stations and grids as known at a position: what lies where, and what became of merged ones. */
public final class CityPlaces {

    private final Map<String, Place> byId = new TreeMap<>();
    private final Map<String, String> grids = new HashMap<>();
    private final Map<String, String> districts = new HashMap<>();

    /**
     * @param grid whether it is a grid, else a station
     * @param gridId of a station the grid that was named when it was opened
     * @param beganOn of a station the day on which it was opened
     * @param endedOn of a station the day on which it was closed
     * @param mergedInto of a grid the one that took it in
     */
    public record Place(
            String id,
            boolean grid,
            String code,
            String name,
            @Nullable String district,
            @Nullable String gridId,
            @Nullable LocalDate beganOn,
            @Nullable LocalDate endedOn,
            @Nullable String mergedInto) {

        /** Whether a station was open on any of these days. */
        boolean isOpenIn(ServedDays days) {
            boolean began = days.to() == null || beganOn == null || !beganOn.isAfter(days.to());
            boolean lasted = days.from() == null || endedOn == null || !endedOn.isBefore(days.from());
            return began && lasted;
        }
    }

    CityPlaces(Collection<Place> places) {
        places.forEach(place -> byId.put(place.id(), place));
        places.forEach(place -> {
            Place grid = place.grid() ? place : byId.get(Objects.requireNonNullElse(place.gridId(), ""));
            Place standing = standing(grid);
            if (standing != null) {
                grids.put(place.id(), standing.id());
            }
            String ofGrid = standing == null ? null : standing.district();
            String district = ofGrid == null && !place.grid() ? place.district() : ofGrid;
            if (district != null) {
                districts.put(place.id(), district);
            }
        });
    }

    private @Nullable Place standing(@Nullable Place grid) {
        Place at = grid;
        for (int i = 0; at != null && at.mergedInto() != null && i < byId.size(); i++) {
            at = byId.get(at.mergedInto());
        }
        return at;
    }

    public @Nullable Place find(String id) {
        return byId.get(id);
    }

    /** The grid in which a place lies today, by the id of the place. */
    Map<String, String> grids() {
        return grids;
    }

    /** The district in which a place lies, by the id of the place. */
    Map<String, String> districts() {
        return districts;
    }

    public @Nullable String districtOf(String placeId) {
        return districts.get(placeId);
    }

    /** Grids that stand, by code, in a district or in all. */
    List<Place> standingGrids(@Nullable String district) {
        return byId.values().stream()
                .filter(place -> place.grid() && place.mergedInto() == null && isIn(place, district))
                .sorted(Comparator.comparing(Place::code))
                .toList();
    }

    /** Stations that were open on any of these days, or had service, by code, in a district or in all. */
    List<Place> stations(ServedDays days, Set<String> served, @Nullable String district) {
        return byId.values().stream()
                .filter(place -> !place.grid() && isIn(place, district))
                .filter(place -> place.isOpenIn(days) || served.contains(place.id()))
                .sorted(Comparator.comparing(Place::code))
                .toList();
    }

    private boolean isIn(Place place, @Nullable String district) {
        return district == null || district.equals(Objects.requireNonNullElse(districtOf(place.id()), ""));
    }
}
