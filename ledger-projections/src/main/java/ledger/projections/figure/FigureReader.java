package ledger.projections.figure;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import ledger.projections.LedgerJson;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.ServiceSums;
import ledger.projections.figure.CityPlaces.Place;
import ledger.projections.figure.Figures.Ranked;
import ledger.projections.figure.Figures.Ranking;
import ledger.projections.figure.Figures.Row;
import ledger.projections.place.PlaceProjection;
import ledger.projections.volunteer.VolunteerProjection;

/**
 * Answers figures of the city (R31, F6.4, F6.5). As known now, service comes from the sums of {@link ServiceSums} and
 * people from an index of who served when; as known at an earlier position everything comes from the entries. Places
 * and registrations are those known at the same position.
 */
public final class FigureReader {

    /** Rows of a ranking at most; ties can be many. */
    static final int LONGEST_RANKING = 1_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneMoment;

    public FigureReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.oneMoment = new TransactionTemplate(
                new DataSourceTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    /**
     * @param by rows by this; absent for the total alone
     * @param persons whether volunteers are counted in each row, which looks at the entries
     * @param registeredBy volunteers registered up to this day
     */
    public record Asked(FigureScope scope, @Nullable Dimension by, boolean persons, LocalDate registeredBy) {}

    /**
     * As known now.
     *
     * @return absent where places or registrations are not yet known up to where the entries are: ask again
     */
    public Optional<Figures> now(Asked asked) {
        return now(position -> figures(asked, EntryReader.NOW, position));
    }

    /** As known at a position, up to which entries, places and registrations must be known. */
    public Figures at(Asked asked, long position) {
        return figures(asked, position, position);
    }

    /** The best by a measure, as known now; absent like {@link #now}. */
    public Optional<Ranking> rankingNow(FigureScope scope, Dimension of, Measure measure, int ranks) {
        return now(position -> ranking(scope, of, measure, ranks, EntryReader.NOW, position));
    }

    public Ranking rankingAt(FigureScope scope, Dimension of, Measure measure, int ranks, long position) {
        return ranking(scope, of, measure, ranks, position, position);
    }

    /** Which places had service, as known now; absent like {@link #now}. */
    public Optional<Coverage> coverageNow(FigureScope scope) {
        return now(position -> coverage(scope, EntryReader.NOW, position));
    }

    public Coverage coverageAt(FigureScope scope, long position) {
        return coverage(scope, position, position);
    }

    private <T> Optional<T> now(LongFunction<T> read) {
        return Objects.requireNonNull(oneMoment.execute(status -> {
            Map<String, Long> known = jdbc.query("SELECT room, position FROM views_v1.followed", rows -> {
                Map<String, Long> positions = new java.util.HashMap<>();
                while (rows.next()) {
                    positions.put(rows.getString(1), rows.getLong(2));
                }
                return positions;
            });
            long position = known.getOrDefault(EntryProjection.ROOM, 0L);
            boolean allKnown = known.getOrDefault(PlaceProjection.ROOM, 0L) >= position
                    && known.getOrDefault(VolunteerProjection.ROOM, 0L) >= position;
            return allKnown ? Optional.of(read.apply(position)) : Optional.<T>empty();
        }));
    }

    private Figures figures(Asked asked, long entriesAt, long position) {
        CityPlaces places = places(position);
        Row total = total(asked.scope(), places, entriesAt);
        List<Row> rows = asked.by() == null
                ? List.of()
                : rows(asked.scope(), asked.by(), asked.persons(), places, entriesAt);
        return new Figures(position, total, rows, registered(asked.registeredBy(), position));
    }

    private Row total(FigureScope scope, CityPlaces places, long entriesAt) {
        Row sums = first(source(scope, null, false, places, entriesAt),
                "SELECT '' AS key, coalesce(sum(k.entries), 0), 0, coalesce(sum(k.minutes), 0)");
        // Grouped, not counted distinct: so several processes can share the work.
        Row people = first(FigureQuery.entries(scope, null, places, entriesAt).also(" GROUP BY k.account_id) one"),
                "SELECT '' AS key, 0, count(*), 0 FROM (SELECT k.account_id");
        return new Row("", sums.personTimes(), people.persons(), sums.minutes());
    }

    private Row first(FigureQuery query, String words) {
        return jdbc.query(query.after(words), FigureReader::row, query.values()).getFirst();
    }

    private List<Row> rows(FigureScope scope, Dimension by, boolean persons, CityPlaces places, long entriesAt) {
        FigureQuery query = source(scope, by, persons, places, entriesAt).also(" GROUP BY 1 ORDER BY 1");
        return jdbc.query(query.after(grouped(by, persons)), FigureReader::row, query.values());
    }

    private static String grouped(Dimension by, boolean persons) {
        return "SELECT " + by.key() + " COLLATE \"C\" AS key, sum(k.entries) AS person_times, "
                + (persons ? "count(DISTINCT k.account_id)" : Long.toString(Figures.NOT_COUNTED))
                + " AS persons, sum(k.minutes) AS minutes";
    }

    /** Sums where they can answer; the entries where people are counted or an earlier position is asked. */
    private static FigureQuery source(
            FigureScope scope, @Nullable Dimension by, boolean persons, CityPlaces places, long entriesAt) {
        boolean sums = entriesAt == EntryReader.NOW && !persons && scope.accountId() == null
                && by != Dimension.VOLUNTEER;
        return sums
                ? FigureQuery.kinds(scope, by, places)
                : FigureQuery.entries(scope, by, places, entriesAt);
    }

    private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Row(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }

    private Ranking ranking(
            FigureScope scope, Dimension of, Measure measure, int ranks, long entriesAt, long position) {
        boolean persons = measure == Measure.PERSONS;
        String column = switch (measure) {
            case MINUTES -> "minutes";
            case PERSON_TIMES -> "person_times";
            case PERSONS -> "persons";
        };
        FigureQuery query = source(scope, of, persons, places(position), entriesAt).also(
                " GROUP BY 1) g WHERE key <> '') r WHERE rank <= ? ORDER BY rank, key LIMIT ?",
                ranks, LONGEST_RANKING + 1);
        List<Ranked> rows = jdbc.query(
                query.after("SELECT key, person_times, persons, minutes, rank FROM (SELECT g.*, rank() OVER (ORDER BY "
                        + column + " DESC) AS rank FROM (" + grouped(of, persons)),
                (row, number) -> new Ranked(row.getLong(5), row(row, number)), query.values());
        boolean complete = rows.size() <= LONGEST_RANKING;
        return new Ranking(position, complete ? rows : rows.subList(0, LONGEST_RANKING), complete);
    }

    private Coverage coverage(FigureScope scope, long entriesAt, long position) {
        CityPlaces places = places(position);
        Map<String, Row> grids = byKey(rows(scope, Dimension.GRID, false, places, entriesAt));
        Map<String, Row> stations = byKey(rows(scope, Dimension.STATION, false, places, entriesAt));
        return new Coverage(
                position,
                covered(places.standingGrids(scope.district()), grids, places),
                covered(places.stations(scope.days(), stations.keySet(), scope.district()), stations, places));
    }

    private static Map<String, Row> byKey(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(Row::key, row -> row));
    }

    private static List<Coverage.Covered> covered(List<Place> all, Map<String, Row> rows, CityPlaces places) {
        return all.stream()
                .map(place -> new Coverage.Covered(
                        place.id(), place.code(), place.name(), places.districtOf(place.id()),
                        rows.getOrDefault(place.id(), new Row(place.id(), 0, Figures.NOT_COUNTED, 0))))
                .toList();
    }

    /** Stations and grids as known at a position. */
    public CityPlaces places(long position) {
        return new CityPlaces(jdbc.query(
                """
                SELECT * FROM views_v1.place_known WHERE known_from <= ? AND (known_to IS NULL OR known_to > ?)
                """,
                (row, number) -> new Place(
                        row.getString("place_id"), row.getBoolean("is_grid"), row.getString("code"),
                        row.getString("name"), row.getString("district"), row.getString("grid_id"),
                        row.getObject("began_on", LocalDate.class), row.getObject("ended_on", LocalDate.class),
                        row.getString("merged_into")),
                position, position));
    }

    private long registered(LocalDate day, long position) {
        Long count = jdbc.queryForObject(
                """
                SELECT count(*) FROM views_v1.registration
                WHERE known_from <= ? AND (known_to IS NULL OR known_to > ?)
                  AND registered_on <= ? AND (withdrawn_on IS NULL OR withdrawn_on > ?)
                """,
                Long.class, position, position, Date.valueOf(day), Date.valueOf(day));
        return Objects.requireNonNull(count);
    }

    /** The figure again, as known at its position, out of the entries behind it. */
    public Row total(FigureScope scope, long position) {
        return total(scope, places(position), position);
    }

    /**
     * The entries behind a figure, as known at its position, in the order of their ids.
     *
     * @param afterEntry those after this entry's id; empty for the first
     */
    public List<EntryVersion> behind(FigureScope scope, long position, String afterEntry, int limit) {
        FigureQuery query = FigureQuery.entries(scope, null, places(position), position)
                .also(" AND k.entry_id > ? ORDER BY k.entry_id LIMIT ?", afterEntry, limit);
        return jdbc.query(
                query.after("SELECT k.body"),
                (row, number) -> LedgerJson.read(row.getString(1), EntryVersion.class), query.values());
    }
}
