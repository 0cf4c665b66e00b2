package ledger.domain.place;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;

/** What happened to a station. */
public sealed interface StationEvent extends Fact {

    String stationId();

    record StationOpened(
            String stationId,
            String code,
            String name,
            VenueType venueType,
            @Nullable String gridId,
            @Nullable String district,
            String runBy,
            LocalDate openedOn)
            implements StationEvent {}

    record StationClosed(String stationId, String reasonCode, LocalDate closedOn) implements StationEvent {}
}
