package ledger.domain.place;

import ledger.domain.RefusalCode;

/** Why the register of stations and grids refuses, in order of precedence. */
public enum PlaceRefusal implements RefusalCode {
    STATION_CODE_MISSING,
    STATION_NAME_MISSING,
    VENUE_TYPE_UNKNOWN,
    STATION_NEEDS_ORGANIZATION,
    GRID_CODE_MISSING,
    GRID_NAME_MISSING,
    GRID_UNKNOWN,
    GRID_MERGED,
    GRID_DIFFERS,
    STATION_DIFFERS,
    STATION_UNKNOWN
}
