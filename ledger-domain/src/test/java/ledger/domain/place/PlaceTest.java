package ledger.domain.place;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.Scenario;
import ledger.domain.place.GridCommand.DefineGrid;
import ledger.domain.place.GridCommand.MergeGrid;
import ledger.domain.place.GridEvent.GridDefined;
import ledger.domain.place.GridEvent.GridMerged;
import ledger.domain.place.StationCommand.CloseStation;
import ledger.domain.place.StationCommand.OpenStation;
import ledger.domain.place.StationEvent.StationClosed;
import ledger.domain.place.StationEvent.StationOpened;

class PlaceTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-05");
    private static final String STATION = LedgerIds.station("JJ-017");
    private static final String GRID = LedgerIds.grid("QH-03");
    private static final StationOpened OPENED = new StationOpened(
            STATION, "JJ-017", "高铁站志愿服务岗", VenueType.TRANSPORT, GRID, null, "organization-1", DAY);
    private static final StationClosed CLOSED = new StationClosed(STATION, "moved", DAY);
    private static final GridDefined DEFINED = new GridDefined(GRID, "QH-03", "第三网格", null, DAY);
    private static final GridMerged MERGED = new GridMerged(GRID, "grid-9", DAY);

    @Test
    void opensAStationOnceWhateverTheDayOfTheFile() {
        station().when(open("高铁站志愿服务岗", DAY)).then(OPENED);
        station(OPENED).when(open("高铁站志愿服务岗", DAY.plusDays(9))).thenAlreadySo(STATION);
        station(OPENED).when(open("长途站志愿服务岗", DAY)).thenRefused(
                Refusal.of(PlaceRefusal.STATION_DIFFERS, "stationCode").with("code", "JJ-017"));
    }

    @Test
    void closesAStationAndOpensItAnewUnderAnotherName() {
        station(OPENED).when(new CloseStation(STATION, "moved", DAY)).then(CLOSED);
        station(OPENED, CLOSED).when(new CloseStation(STATION, "moved", DAY)).thenAlreadySo(STATION);
        station().when(new CloseStation(STATION, "moved", DAY)).thenRefused(PlaceRefusal.STATION_UNKNOWN, "station");
        station(OPENED, CLOSED).when(open("长途站志愿服务岗", DAY)).then(new StationOpened(
                STATION, "JJ-017", "长途站志愿服务岗", VenueType.TRANSPORT, GRID, null, "organization-1", DAY));
    }

    @Test
    void refusesAStationWithoutCodeOrName() {
        station().when(new OpenStation(STATION, "", "岗", VenueType.OTHER, null, null, "organization-1", DAY))
                .thenRefused(PlaceRefusal.STATION_CODE_MISSING, "stationCode");
        station().when(open(" ", DAY)).thenRefused(PlaceRefusal.STATION_NAME_MISSING, "stationName");
    }

    @Test
    void definesAGridOnce() {
        grid().when(new DefineGrid(GRID, "QH-03", "第三网格", null, DAY)).then(DEFINED);
        grid(DEFINED).when(new DefineGrid(GRID, "QH-03", "第三网格", null, DAY.plusDays(9))).thenAlreadySo(GRID);
        grid(DEFINED).when(new DefineGrid(GRID, "QH-03", "第四网格", null, DAY)).thenRefused(
                Refusal.of(PlaceRefusal.GRID_DIFFERS, "gridCode").with("code", "QH-03"));
        var located = new DefineGrid(GRID, "QH-03", "第三网格", "婺南区", DAY);
        var defined = new GridDefined(GRID, "QH-03", "第三网格", "婺南区", DAY);
        grid(DEFINED).when(located).then(defined);
        grid(DEFINED, defined).when(located).thenAlreadySo(GRID);
        grid(defined).when(new DefineGrid(GRID, "QH-03", "第三网格", "江北区", DAY)).thenRefused(
                Refusal.of(PlaceRefusal.GRID_DIFFERS, "gridCode").with("code", "QH-03"));
        grid().when(new DefineGrid(GRID, "", "第三网格", null, DAY))
                .thenRefused(PlaceRefusal.GRID_CODE_MISSING, "gridCode");
        grid().when(new DefineGrid(GRID, "QH-03", "", null, DAY))
                .thenRefused(PlaceRefusal.GRID_NAME_MISSING, "gridName");
    }

    @Test
    void mergesAGridIntoAnotherOneOnce() {
        grid(DEFINED).when(new MergeGrid(GRID, "grid-9", true, DAY)).then(MERGED);
        grid(DEFINED, MERGED).when(new MergeGrid(GRID, "grid-9", true, DAY)).thenAlreadySo(GRID);
        grid(DEFINED, MERGED).when(new MergeGrid(GRID, "grid-8", true, DAY))
                .thenRefused(PlaceRefusal.GRID_MERGED, "grid");
        grid(DEFINED).when(new MergeGrid(GRID, GRID, true, DAY)).thenRefused(PlaceRefusal.GRID_UNKNOWN, "into");
        grid(DEFINED).when(new MergeGrid(GRID, "grid-8", false, DAY)).thenRefused(PlaceRefusal.GRID_UNKNOWN, "into");
        grid().when(new MergeGrid(GRID, "grid-9", true, DAY)).thenRefused(PlaceRefusal.GRID_UNKNOWN, "grid");
    }

    private static OpenStation open(String name, LocalDate day) {
        return new OpenStation(STATION, "JJ-017", name, VenueType.TRANSPORT, GRID, null, "organization-1", day);
    }

    private static Scenario<StationAggregate> station(Fact... history) {
        return Scenario.given(StationAggregate.class, history);
    }

    private static Scenario<GridAggregate> grid(Fact... history) {
        return Scenario.given(GridAggregate.class, history);
    }
}
