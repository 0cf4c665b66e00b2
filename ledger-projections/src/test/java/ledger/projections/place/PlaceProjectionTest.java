package ledger.projections.place;

import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.place.GridEvent.GridDefined;
import ledger.domain.place.GridEvent.GridMerged;
import ledger.domain.place.StationEvent.StationClosed;
import ledger.domain.place.StationEvent.StationOpened;
import ledger.domain.place.VenueType;
import ledger.projections.Facts;
import ledger.projections.TestViews;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceProjectionTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-09");

    private final Facts facts = new Facts();
    private TestViews.Session views;
    private PlaceReader reader;

    @BeforeEach
    void begin() {
        views = TestViews.empty();
        reader = new PlaceReader(views.jdbc());
        follow(
                new GridDefined("grid-1", "G1", "第一网格", null, DAY), new GridDefined("grid-2", "G2", "第二网格", "婺南区", DAY),
                opened("1", "grid-1"), opened("2", "grid-2"));
    }

    @Test
    void stationsAreListedByCodeAndByGrid() {
        assertThat(reader.stations(null, "", 10)).extracting(StationView::code).containsExactly("S1", "S2");
        assertThat(reader.stations(null, "S1", 10)).extracting(StationView::code).containsExactly("S2");
        assertThat(reader.stations("grid-1", "", 10)).extracting(StationView::code).containsExactly("S1");
        assertThat(reader.grids("G1", 10)).containsExactly(new GridView("grid-2", "G2", "第二网格", "婺南区", null));
    }

    @Test
    void aStationClosesAndOpensAnew() {
        follow(new StationClosed("station-1", "moved", DAY.plusDays(1)));
        assertThat(reader.station("station-1").orElseThrow().closedOn()).isEqualTo(DAY.plusDays(1));
        follow(opened("1", "grid-2"));
        assertThat(reader.station("station-1")).contains(new StationView(
                "station-1", "S1", "站1", VenueType.COMMUNITY, "grid-2", null, "organization-1", DAY, null));
    }

    @Test
    void theStationsOfAMergedGridLieInTheOneThatTookItIn() {
        follow(new GridMerged("grid-1", "grid-2", DAY));
        assertThat(reader.stations("grid-2", "", 10)).extracting(StationView::code).containsExactly("S1", "S2");
        assertThat(reader.grids("", 1)).containsExactly(new GridView("grid-1", "G1", "第一网格", null, "grid-2"));
    }

    @Test
    void aGridGetsItsDistrictLaterAndWhatWasKnownBeforeStays() {
        long before = facts.head();
        follow(new GridDefined("grid-1", "G1", "第一网格", "江北区", DAY));
        assertThat(reader.grids("", 1)).extracting(GridView::district).containsExactly("江北区");
        assertThat(views.jdbc().queryForList(
                        "SELECT known_from || '-' || coalesce(known_to, 0) || ' ' || coalesce(district, 'none') "
                                + "FROM views_v1.place_known WHERE place_id = 'grid-1' ORDER BY known_from",
                        String.class))
                .containsExactly("1-" + (before + 1) + " none", (before + 1) + "-0 江北区");
    }

    private static StationOpened opened(String number, String gridId) {
        return new StationOpened(
                "station-" + number, "S" + number, "站" + number, VenueType.COMMUNITY, gridId, null,
                "organization-1", DAY);
    }

    private void follow(Fact... told) {
        facts.add(told);
        views.follow(new PlaceProjection(views.jdbc()), facts);
    }
}
