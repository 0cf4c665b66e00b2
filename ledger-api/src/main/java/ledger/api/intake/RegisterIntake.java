package ledger.api.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import ledger.api.access.Actor;
import ledger.api.ground.Annex;
import ledger.api.ground.CommandDesk;
import ledger.api.ground.CommandDesk.Receipt;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.PlaceRegister;
import ledger.api.ground.Vault;
import ledger.domain.submission.SubmissionRefusal;

/** Takes the registers of organizations, volunteers, their papers, stations and grids, row by row. */
public final class RegisterIntake {

    private static final int CHUNK = 500;

    private final CommandDesk desk;
    private final Vault vault;
    private final OrganizationRegister organizations;
    private final LedgerClock clock;
    private final OrganizationRows organizationRows;
    private final PaperRows papers;
    private final PlaceRows places;

    public RegisterIntake(
            CommandDesk desk,
            Vault vault,
            Annex annex,
            OrganizationRegister organizations,
            PlaceRegister places,
            LedgerClock clock) {
        this.desk = desk;
        this.vault = vault;
        this.organizations = organizations;
        this.clock = clock;
        this.organizationRows = new OrganizationRows(desk, organizations, clock);
        this.papers = new PaperRows(desk, vault, annex, organizations, clock);
        this.places = new PlaceRows(desk, organizations, places, clock);
    }

    /** The whole tree at once, since a parent may stand below in the file. */
    public void takeOrganizations(ReceivedFile file, Actor actor, Consumer<Verdict> answered) {
        each(file, FeedPart.ORGANIZATIONS, Integer.MAX_VALUE, rows -> organizationRows.take(rows, actor), answered);
    }

    public void takeVolunteers(ReceivedFile file, Actor actor, Consumer<Verdict> answered) {
        VolunteerRows volunteers = volunteerRows();
        each(file, FeedPart.VOLUNTEERS, CHUNK, chunk -> volunteers.take(chunk, actor), answered);
    }

    public void takeConsents(ReceivedFile file, Actor actor, Consumer<Verdict> answered) {
        each(file, FeedPart.SERVICE, CHUNK, chunk -> papers.consents(chunk, actor), answered);
    }

    public void takeQualifications(ReceivedFile file, Actor actor, Consumer<Verdict> answered) {
        each(file, FeedPart.SERVICE, CHUNK, chunk -> papers.qualifications(chunk, actor), answered);
    }

    public void takeGrids(ReceivedFile file, Actor actor, Consumer<Verdict> answered) {
        each(file, FeedPart.SERVICE, CHUNK, chunk -> places.grids(chunk, actor), answered);
    }

    public void takeStations(ReceivedFile file, Actor actor, Consumer<Verdict> answered) {
        each(file, FeedPart.SERVICE, CHUNK, chunk -> places.stations(chunk, actor), answered);
    }

    private static void each(
            ReceivedFile file,
            FeedPart part,
            int size,
            Function<List<Row>, List<Verdict>> take,
            Consumer<Verdict> answered) {
        try (Rows rows = Rows.of(file, part)) {
            List<Row> chunk = new ArrayList<>();
            while (rows.hasNext()) {
                switch (rows.next()) {
                    case Rows.Reading.Read read -> chunk.add(read.row());
                    case Rows.Reading.Unreadable bad -> answered.accept(
                            Verdict.refused(bad.number(), bad.refusal()).seenAt(bad.sheetRow()));
                }
                if (chunk.size() == size || !rows.hasNext()) {
                    List<Verdict> verdicts = take.apply(chunk);
                    for (int i = 0; i < verdicts.size(); i++) {
                        answered.accept(verdicts.get(i).seenAt(chunk.get(i).sheetRow()));
                    }
                    chunk.clear();
                }
            }
        }
    }

    public Verdict organization(Row row, Actor actor) {
        return organizationRows.take(row, actor);
    }

    public Verdict volunteer(Row row, Actor actor) {
        return volunteerRows().take(List.of(row), actor).getFirst();
    }

    public Verdict consent(Row row, Actor actor) {
        return papers.consents(List.of(row), actor).getFirst();
    }

    public Verdict qualification(Row row, Actor actor) {
        return papers.qualifications(List.of(row), actor).getFirst();
    }

    public Verdict grid(Row row, Actor actor) {
        return places.grids(List.of(row), actor).getFirst();
    }

    public Verdict station(Row row, Actor actor) {
        return places.stations(List.of(row), actor).getFirst();
    }

    private VolunteerRows volunteerRows() {
        return new VolunteerRows(desk, vault, organizations, clock);
    }

    static Verdict verdict(Row row, Receipt receipt, String about) {
        return receipt.decision().fold(
                facts -> Verdict.of(row.number(), Verdict.Fate.ACCEPTED, about, receipt.position()),
                same -> Verdict.of(row.number(), Verdict.Fate.DUPLICATE, about, receipt.position()),
                refusal -> Verdict.refused(row.number(), refusal));
    }

    /** What kind of file this is, by its columns. */
    public enum Layout {
        ORGANIZATIONS,
        VOLUNTEERS,
        CONSENTS,
        QUALIFICATIONS,
        GRIDS,
        STATIONS,
        ROSTER;

        public static Layout of(ReceivedFile file) {
            try (Rows rows = Rows.of(file)) {
                return of(rows.columns());
            }
        }

        private static Layout of(Set<Column> columns) {
            if (columns.contains(Column.CODE) && columns.contains(Column.KIND)) {
                return ORGANIZATIONS;
            }
            if (columns.contains(Column.STATION_CODE)) {
                return STATIONS;
            }
            if (columns.contains(Column.GRID_CODE)) {
                return GRIDS;
            }
            if (columns.isEmpty() || columns.contains(Column.ACTIVITY_NAME)) {
                return ROSTER;
            }
            if (columns.contains(Column.CONSENT_KIND)) {
                return CONSENTS;
            }
            if (columns.contains(Column.QUALIFICATION_CODE)) {
                return QUALIFICATIONS;
            }
            if (columns.contains(Column.REGISTERED_ON)) {
                return VOLUNTEERS;
            }
            throw RefusedException.of(SubmissionRefusal.FILE_FORMAT_UNKNOWN, "file");
        }
    }
}
