package ledger.domain.place;

import java.util.Objects;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.place.StationCommand.CloseStation;
import ledger.domain.place.StationCommand.OpenStation;
import ledger.domain.place.StationEvent.StationClosed;
import ledger.domain.place.StationEvent.StationOpened;

/** A station 站点 that counts among those of the city: unknown, open or closed. */
sealed interface Station {

    record Unknown() implements Station {}

    record Open(StationOpened opened) implements Station {}

    record Closed(StationOpened opened) implements Station {}

    static Decision<StationEvent> decide(Station state, StationCommand command) {
        return switch (command) {
            case OpenStation open -> open(state, open);
            case CloseStation close -> switch (state) {
                case Unknown unknown -> Decision.refuse(PlaceRefusal.STATION_UNKNOWN, "station");
                case Closed closed -> Decision.alreadySo(close.stationId());
                case Open open -> Decision.accept(
                        new StationClosed(close.stationId(), close.reasonCode(), close.closedOn()));
            };
        };
    }

    private static Decision<StationEvent> open(Station state, OpenStation command) {
        if (command.code().isBlank()) {
            return Decision.refuse(PlaceRefusal.STATION_CODE_MISSING, "stationCode");
        }
        if (command.name().isBlank()) {
            return Decision.refuse(PlaceRefusal.STATION_NAME_MISSING, "stationName");
        }
        var opened = new StationOpened(
                command.stationId(), command.code(), command.name(), command.venueType(), command.gridId(),
                command.district(), command.runBy(), command.openedOn());
        return switch (state) {
            case Unknown unknown -> Decision.accept(opened);
            case Open known -> again(known.opened(), opened);
            // A station that opens anew may have another name and another body that runs it.
            case Closed closed -> Decision.accept(opened);
        };
    }

    /** The day of opening is not part of what a register file says. */
    private static Decision<StationEvent> again(StationOpened known, StationOpened sent) {
        boolean same = known.name().equals(sent.name())
                && known.venueType() == sent.venueType()
                && Objects.equals(known.gridId(), sent.gridId())
                && Objects.equals(known.district(), sent.district())
                && known.runBy().equals(sent.runBy());
        return same
                ? Decision.alreadySo(known.stationId())
                : Decision.refuse(
                        Refusal.of(PlaceRefusal.STATION_DIFFERS, "stationCode").with("code", sent.code()));
    }

    static Station evolve(Station state, StationEvent event) {
        return switch (event) {
            case StationOpened opened -> new Open(opened);
            case StationClosed closed -> switch (state) {
                case Open open -> new Closed(open.opened());
                case Closed already -> already;
                case Unknown unknown -> throw new IllegalStateException("a station never opened was closed");
            };
        };
    }
}
