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
                new GridDefined("grid-1", "G1", "第一网格", DAY), new GridDefined("grid-2", "G2", "第二网格", DAY),
                opened("1", "grid-1"), opened("2", "grid-2"));
    }

    @Test
    void stationsAreListedByCodeAndByGrid() {
        assertThat(reader.stations(null, "", 10)).extracting(StationView::code).containsExactly("S1", "S2");
        assertThat(reader.stations(null, "S1", 10)).extracting(StationView::code).containsExactly("S2");
        assertThat(reader.stations("grid-1", "", 10)).extracting(StationView::code).containsExactly("S1");
        assertThat(reader.grids("G1", 10)).containsExactly(new GridView("grid-2", "G2", "第二网格", null));
    }

    @Test
    void aStationClosesAndOpensAnew() {
        follow(new StationClosed("station-1", "moved", DAY.plusDays(1)));
        assertThat(reader.station("station-1").orElseThrow().closedOn()).isEqualTo(DAY.plusDays(1));
        follow(opened("1", "grid-2"));
        assertThat(reader.station("station-1")).contains(new StationView(
                "station-1", "S1", "站1", VenueType.COMMUNITY, "grid-2", "organization-1", DAY, null));
    }

    @Test
    void theStationsOfAMergedGridLieInTheOneThatTookItIn() {
        follow(new GridMerged("grid-1", "grid-2", DAY));
        assertThat(reader.stations("grid-2", "", 10)).extracting(StationView::code).containsExactly("S1", "S2");
        assertThat(reader.grids("", 1)).containsExactly(new GridView("grid-1", "G1", "第一网格", "grid-2"));
    }

    private static StationOpened opened(String number, String gridId) {
        return new StationOpened(
                "station-" + number, "S" + number, "站" + number, VenueType.COMMUNITY, gridId, "organization-1", DAY);
    }

    private void follow(Fact... told) {
        facts.add(told);
        views.follow(new PlaceProjection(views.jdbc()), facts);
    }
}
