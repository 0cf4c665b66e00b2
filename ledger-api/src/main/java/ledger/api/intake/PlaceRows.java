package ledger.api.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ledger.api.access.Actor;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Asked;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.OrganizationRegister.Branch;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.ground.PlaceRegister;
import ledger.domain.LedgerIds;
import ledger.domain.Refusal;
import ledger.domain.place.GridCommand.DefineGrid;
import ledger.domain.place.PlaceRefusal;
import ledger.domain.place.StationCommand.OpenStation;
import ledger.domain.place.VenueType;
import ledger.domain.submission.SubmissionRefusal;

/** The rows of registers of stations and of grids. */
final class PlaceRows {

    private final CommandDesk desk;
    private final OrganizationRegister organizations;
    private final PlaceRegister places;
    private final LedgerClock clock;

    PlaceRows(CommandDesk desk, OrganizationRegister organizations, PlaceRegister places, LedgerClock clock) {
        this.desk = desk;
        this.organizations = organizations;
        this.places = places;
        this.clock = clock;
    }

    private record Opening(Row row, OpenStation command) {}

    List<Verdict> grids(List<Row> rows, Actor actor) {
        List<DefineGrid> commands = rows.stream()
                .map(row -> new DefineGrid(
                        LedgerIds.grid(text(row, Column.GRID_CODE)), text(row, Column.GRID_CODE),
                        row.text(Column.GRID_NAME).orElse(""), row.text(Column.DISTRICT).orElse(null), clock.today()))
                .toList();
        List<Receipt> receipts =
                desk.sendAll(commands.stream().map(command -> new Asked(command, Map.of())).toList(), actor);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            verdicts.add(RegisterIntake.verdict(rows.get(i), receipts.get(i), commands.get(i).gridId()));
        }
        return verdicts;
    }

    List<Verdict> stations(List<Row> rows, Actor actor) {
        Branch branch = organizations.branch(values(rows, Column.RUN_BY));
        Map<String, String> grids = places.grids(values(rows, Column.GRID_CODE));
        Verdict[] verdicts = new Verdict[rows.size()];
        List<Integer> asked = new ArrayList<>();
        List<Opening> openings = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            try {
                openings.add(new Opening(rows.get(i), opening(rows.get(i), branch, grids)));
                asked.add(i);
            } catch (RefusedException e) {
                verdicts[i] = Verdict.refused(rows.get(i).number(), e.refusal());
            }
        }
        List<Receipt> receipts =
                desk.sendAll(openings.stream().map(one -> new Asked(one.command(), Map.of())).toList(), actor);
        for (int i = 0; i < receipts.size(); i++) {
            Opening one = openings.get(i);
            verdicts[asked.get(i)] = RegisterIntake.verdict(one.row(), receipts.get(i), one.command().stationId());
        }
        return List.of(verdicts);
    }

    private OpenStation opening(Row row, Branch branch, Map<String, String> grids) {
        VenueType venue = row.text(Column.VENUE_TYPE).flatMap(text -> Names.of(VenueType.class, text))
                .orElseThrow(() -> RefusedException.of(PlaceRefusal.VENUE_TYPE_UNKNOWN, Column.VENUE_TYPE.wire()));
        List<Organization> running = branch.named(text(row, Column.RUN_BY));
        if (running.size() != 1 || !running.getFirst().active()) {
            throw RefusedException.of(PlaceRefusal.STATION_NEEDS_ORGANIZATION, Column.RUN_BY.wire());
        }
        Optional<String> grid = row.text(Column.GRID_CODE).map(Cells::plain);
        if (grid.isPresent() && !grids.containsKey(grid.get())) {
            throw RefusedException.of(PlaceRefusal.GRID_UNKNOWN, Column.GRID_CODE.wire());
        }
        return new OpenStation(
                LedgerIds.station(text(row, Column.STATION_CODE)), text(row, Column.STATION_CODE),
                row.text(Column.STATION_NAME).orElse(""), venue, grid.map(grids::get).orElse(null),
                row.text(Column.DISTRICT).orElse(null), running.getFirst().id(), openedOn(row));
    }

    /** The day on which the register has it; today where a row does not say since when it is there. */
    private LocalDate openedOn(Row row) {
        String field = Column.OPENED_ON.wire();
        return row.text(Column.OPENED_ON).map(text -> Cells.date(text).orElseThrow(() -> new RefusedException(
                        Refusal.of(SubmissionRefusal.DATE_INVALID, field).with("field", field))))
                .orElse(clock.today());
    }

    private static List<String> values(List<Row> rows, Column column) {
        return rows.stream().flatMap(row -> row.text(column).stream()).map(Cells::plain).distinct().toList();
    }

    private static String text(Row row, Column column) {
        return row.text(column).map(Cells::plain).orElse("");
    }
}
