package ledger.domain.place;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.LedgerCommand;

/** What can be asked of one station. */
public sealed interface StationCommand extends LedgerCommand {

    String stationId();

    @Override
    default String aggregateId() {
        return stationId();
    }

    /**
     * @param code the station's public code
     * @param gridId the grid it lies in; absent where grids are not drawn
     * @param district the district 区县 it lies in; that of its grid goes before
     * @param runBy the organization that runs it
     */
    record OpenStation(
            String stationId,
            String code,
            String name,
            VenueType venueType,
            @Nullable String gridId,
            @Nullable String district,
            String runBy,
            LocalDate openedOn)
            implements StationCommand {}

    record CloseStation(String stationId, String reasonCode, LocalDate closedOn) implements StationCommand {}
}
