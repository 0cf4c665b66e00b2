package ledger.projections.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.junit.jupiter.api.Test;

import ledger.domain.account.EvidenceGrade;
import ledger.projections.FactSource;
import ledger.projections.Facts;
import ledger.projections.Projection;
import ledger.projections.RecordedFact;
import ledger.projections.TestViews;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.ServedDays;
import ledger.projections.figure.Coverage;
import ledger.projections.figure.Coverage.Covered;
import ledger.projections.figure.Dimension;
import ledger.projections.figure.FigureReader;
import ledger.projections.figure.FigureReader.Asked;
import ledger.projections.figure.FigureScope;
import ledger.projections.figure.Figures;
import ledger.projections.figure.Figures.Ranked;
import ledger.projections.figure.Figures.Row;
import ledger.projections.figure.Measure;
import ledger.projections.place.PlaceProjection;
import ledger.projections.volunteer.VolunteerProjection;

import static org.assertj.core.api.Assertions.assertThat;

/** R31: each figure is what a count over the entries gives, live, as of the same position later, and by replay. */
class CityFiguresTest {

    private static final int HISTORIES = 12;

    private TestViews.Session views = TestViews.empty();
    private FigureReader reader = new FigureReader(views.jdbc());
    private long looked;

    @Test
    void liveAsOfAndReplayGiveTheFiguresThatACountGives() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            try {
                law(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("not so for seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(looked).as("person-times looked at").isGreaterThan(100 * HISTORIES);
    }

    private void law(long seed) {
        Random random = new Random(seed);
        Facts facts = new CityHistory(seed).facts();
        long then = facts.head() / 2 + random.nextInt((int) facts.head() / 2);
        views = TestViews.empty();
        reader = new FigureReader(views.jdbc());
        List<FigureScope> scopes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            scopes.add(scope(random));
        }
        follow(facts, then, random);
        NaiveCity replayed = new NaiveCity(facts.all().subList(0, (int) then));
        scopes.forEach(scope -> isAsCounted(replayed, scope, then, true));
        follow(facts, facts.head(), random);
        scopes.forEach(scope -> isAsCounted(replayed, scope, then, false));
        NaiveCity today = new NaiveCity(facts.all());
        scopes.forEach(scope -> isAsCounted(today, scope, facts.head(), true));
    }

    private void isAsCounted(NaiveCity city, FigureScope scope, long position, boolean live) {
        LocalDate day = LocalDate.parse("2026-02-20");
        for (Dimension by : Dimension.values()) {
            for (boolean persons : new boolean[] {true, false}) {
                Asked asked = new Asked(scope, by, persons, day);
                Figures told = live ? reader.now(asked).orElseThrow() : reader.at(asked, position);
                assertThat(told).as("%s by %s", scope, by).isEqualTo(new Figures(
                        position, city.total(scope),
                        city.rows(scope, by).stream().map(row -> persons ? row : uncounted(row)).toList(),
                        city.registeredBy(day)));
                looked += told.total().personTimes();
            }
            for (Measure measure : Measure.values()) {
                Figures.Ranking told = live
                        ? reader.rankingNow(scope, by, measure, 3).orElseThrow()
                        : reader.rankingAt(scope, by, measure, 3, position);
                assertThat(told.complete()).isTrue();
                assertThat(told.rows()).as("%s of %s by %s", scope, by, measure)
                        .isEqualTo(ranked(city.rows(scope, by), measure, 3));
            }
        }
        isCovered(city, scope, position, live);
        areBehind(city, scope, position);
    }

    private static Row uncounted(Row row) {
        return new Row(row.key(), row.personTimes(), Figures.NOT_COUNTED, row.minutes());
    }

    /** A rank is one more than how many are better. */
    private static List<Ranked> ranked(List<Row> rows, Measure measure, int ranks) {
        ToLongFunction<Row> value = switch (measure) {
            case MINUTES -> Row::minutes;
            case PERSON_TIMES -> Row::personTimes;
            case PERSONS -> Row::persons;
        };
        List<Row> named = rows.stream().filter(row -> !row.key().isEmpty()).toList();
        return named.stream()
                .map(row -> new Ranked(
                        1 + named.stream().filter(one -> value.applyAsLong(one) > value.applyAsLong(row)).count(),
                        measure == Measure.PERSONS ? row : uncounted(row)))
                .filter(one -> one.rank() <= ranks)
                .sorted(Comparator.comparingLong(Ranked::rank).thenComparing(one -> one.row().key()))
                .toList();
    }

    private void isCovered(NaiveCity city, FigureScope scope, long position, boolean live) {
        Coverage told = live ? reader.coverageNow(scope).orElseThrow() : reader.coverageAt(scope, position);
        if (scope.district() == null) {
            assertThat(told.grids()).extracting(Covered::id).containsExactlyElementsOf(city.standingGrids());
            assertThat(told.stations()).extracting(Covered::id)
                    .containsExactlyElementsOf(city.stations(scope));
        }
        assertThat(told.grids().stream().filter(Covered::isServed).map(Covered::service))
                .isSubsetOf(city.rows(scope, Dimension.GRID).stream().map(CityFiguresTest::uncounted).toList());
        assertThat(told.grids()).filteredOn(one -> !one.isServed()).extracting(Covered::id)
                .doesNotContainAnyElementsOf(keys(city.rows(scope, Dimension.GRID)));
        assertThat(told.stations().stream().filter(Covered::isServed).map(Covered::service))
                .isSubsetOf(city.rows(scope, Dimension.STATION).stream().map(CityFiguresTest::uncounted).toList());
        assertThat(told.stations()).filteredOn(one -> !one.isServed()).extracting(Covered::id)
                .doesNotContainAnyElementsOf(keys(city.rows(scope, Dimension.STATION)));
    }

    private static List<String> keys(List<Row> rows) {
        List<String> keys = new ArrayList<>(rows.stream().map(Row::key).toList());
        keys.add("nothing");
        return keys;
    }

    /** The entries behind a figure, page by page, have its count and its sum. */
    private void areBehind(NaiveCity city, FigureScope scope, long position) {
        List<EntryVersion> read = new ArrayList<>();
        assertThat(reader.total(scope, position)).isEqualTo(city.total(scope));
        List<EntryVersion> page = reader.behind(scope, position, "", 3);
        while (!page.isEmpty()) {
            read.addAll(page);
            page = reader.behind(scope, position, read.getLast().entryId(), 3);
        }
        assertThat(read).isEqualTo(city.entries(scope));
    }

    private void follow(Facts facts, long upTo, Random random) {
        for (Projection projection : new Projection[] {
            new PlaceProjection(views.jdbc()), new VolunteerProjection(views.jdbc()), new EntryProjection(views.jdbc())
        }) {
            views.follow(projection, batches(facts.upTo(upTo), 1 + random.nextInt(40)));
        }
    }

    private static FactSource batches(FactSource facts, int size) {
        return new FactSource() {
            @Override
            public List<RecordedFact> after(long position, int limit) {
                return facts.after(position, Math.min(limit, size));
            }

            @Override
            public long head() {
                return facts.head();
            }
        };
    }

    private static FigureScope scope(Random random) {
        LocalDate from = LocalDate.parse("2026-02-10").plusDays(random.nextInt(12));
        ServedDays days = switch (random.nextInt(4)) {
            case 0 -> ServedDays.ALL;
            case 1 -> new ServedDays(from, null);
            case 2 -> new ServedDays(null, from);
            default -> new ServedDays(from, from.plusDays(random.nextInt(12)));
        };
        Set<EvidenceGrade> grades = random.nextBoolean()
                ? Set.of()
                : Set.of(EvidenceGrade.SYSTEM_TIMED, EvidenceGrade.values()[1 + random.nextInt(5)]);
        FigureScope all = new FigureScope(days, grades, null, null, null, null, null, null);
        boolean some = random.nextBoolean();
        return switch (random.nextInt(8)) {
            case 0 -> new FigureScope(days, grades, Set.of(Facts.STATION), null, null, null, null, null);
            case 1 -> new FigureScope(days, grades, null, some ? "culture" : "", null, null, null, null);
            case 2 -> new FigureScope(days, grades, null, null, some ? "station-0" : "", null, null, null);
            case 3 -> new FigureScope(days, grades, null, null, null, some ? "grid-0" : "", null, null);
            case 4 -> new FigureScope(days, grades, null, null, null, null, some ? "婺南区" : "", null);
            case 5 -> new FigureScope(days, grades, null, null, null, null, null, RandomHistory.ACCOUNTS.getFirst());
            default -> all;
        };
    }
}
