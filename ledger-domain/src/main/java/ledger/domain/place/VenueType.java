package ledger.domain.place;

/** What sort of place a station is in. */
public enum VenueType {
    COMMUNITY,
    VILLAGE,
    SCHOOL,
    HOSPITAL,
    /** A counter where the public is served, such as a tax or bank hall 服务窗口. */
    SERVICE_HALL,
    /** A railway station, an airport, a bus station 交通场站. */
    TRANSPORT,
    /** A library, a museum, a theatre 文化场馆. */
    CULTURE,
    SCENIC_SPOT,
    /** A kiosk or tent in the open 户外驿站. */
    OUTDOOR,
    OTHER
}
