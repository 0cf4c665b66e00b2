package ledger.projections.place;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.place.VenueType;

/**
 * A station as the register shows it.
 *
 * @param gridId the grid it lies in today, where its first one was merged; absent where grids are not drawn
 * @param district as told of itself; that of its grid goes before
 * @param runBy the organization that runs it
 * @param closedOn absent while it is open
 */
public record StationView(
        String stationId,
        String code,
        String name,
        VenueType venueType,
        @Nullable String gridId,
        @Nullable String district,
        String runBy,
        LocalDate openedOn,
        @Nullable LocalDate closedOn) {}
