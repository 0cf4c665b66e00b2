package ledger.projections.recognition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Schemes;
import ledger.projections.Facts;
import ledger.projections.Follower;
import ledger.projections.Followers;
import ledger.projections.Rebuild;
import ledger.projections.TestViews;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.volunteer.VolunteerProjection;
import ledger.projections.volunteer.VolunteerReader;

import static ledger.projections.Facts.certified;
import static ledger.projections.Facts.enrolled;
import static ledger.projections.Facts.recorded;
import static ledger.projections.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;

/** When other schemes are in use, the view of who reached what is made anew, and says so until it is. */
class OtherSchemesTest {

    private static final String STARS = "cn-cyl-star";
    private static final String FUJIAN = "cn-fj-star";

    private final Facts facts = new Facts();
    private final Set<String> editions = new HashSet<>(Set.of(STARS + "/2013-11"));
    private Schemes schemes = Schemes.shipped();
    private TestViews.Pooled views;
    private SchemeShelf shelf;
    private RecognitionReader reader;
    private Followers followers;

    @BeforeEach
    void begin() {
        TestViews.empty();
        views = TestViews.pooled();
        shelf = new SchemeShelf(() -> new SchemeShelf.Stock(schemes, editions));
        EntryReader entries = new EntryReader(views.jdbc());
        VolunteerReader volunteers = new VolunteerReader(views.jdbc());
        reader = new RecognitionReader(views.jdbc(), entries, volunteers, shelf, BirthDates.UNKNOWN);
        for (String who : List.of("li", "wu")) {
            facts.on("2026-03-10").add(
                    enrolled(who, "2025-01-01"),
                    recorded(who, who, time("2026-02-01T01:00", 1200)),
                    certified(who, who, 1200));
        }
        start();
    }

    /** A service starts: it keeps what it rests on where nothing is kept yet, and follows. */
    private void start() {
        EligibilityProjection projection = new EligibilityProjection(
                views.jdbc(), new EntryReader(views.jdbc()), new VolunteerReader(views.jdbc()), shelf,
                BirthDates.UNKNOWN, position -> true);
        views.jdbc().update(
                "INSERT INTO views_v1.followed (room, position, basis) VALUES (?, 0, ?) ON CONFLICT DO NOTHING",
                projection.room(), projection.basis());
        TestViews.toTheHead(views.follower(new VolunteerProjection(views.jdbc()), facts));
        TestViews.toTheHead(views.follower(new EntryProjection(views.jdbc()), facts));
        Follower live = views.follower(projection, facts);
        TestViews.toTheHead(live);
        followers = new Followers(List.of(live));
    }

    @Test
    void nothingIsMadeAnewWhileTheSameSchemesAreInUse() {
        assertThat(renew()).isEmpty();
        assertThat(reader.isKept(STARS)).isTrue();
    }

    @Test
    void whoeverMakesTheViewAnewIsToldWhenOtherSchemesAreInUseAndOnlyThen() {
        AtomicInteger told = new AtomicInteger();
        shelf.onChange(told::incrementAndGet);
        shelf.refresh();
        assertThat(told).hasValue(0);
        editions.add(FUJIAN + "/2013");
        shelf.refresh();
        shelf.refresh();
        assertThat(told).hasValue(1);
    }

    @Test
    void aSchemePutIntoUseIsToldOfEverybodyAndUntilThenOfNobody() {
        editions.add(FUJIAN + "/2013");
        shelf.refresh();
        assertThat(reader.isKept(FUJIAN)).isFalse();
        assertThat(reader.isKept(STARS)).isTrue();
        assertThat(renew()).get().extracting(Rebuild.Outcome::replaced).isEqualTo(true);
        assertThat(reader.isKept(FUJIAN)).isTrue();
        assertThat(reader.kept("volunteer-li", FUJIAN)).get().extracting(Eligibility::minutes).isEqualTo(1200);
        assertThat(reader.kept("volunteer-wu", FUJIAN)).isPresent();
        assertThat(renew()).isEmpty();
        assertIsWhatARebuildMakes();
    }

    @Test
    void aStartWithOtherSchemesLeavesNothingOfThoseBefore() {
        editions.clear();
        editions.add(FUJIAN + "/2013");
        shelf.refresh();
        start();
        assertThat(reader.isKept(STARS)).isFalse();
        assertThat(renew()).isPresent();
        assertThat(reader.kept("volunteer-li", STARS)).isEmpty();
        assertThat(reader.kept("volunteer-li", FUJIAN)).isPresent();
        assertIsWhatARebuildMakes();
    }

    @Test
    void ofSeveralThatWouldMakeItAnewOneDoes() throws Exception {
        editions.add(FUJIAN + "/2013");
        shelf.refresh();
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            Callable<Optional<Rebuild.Outcome>> node = this::renew;
            List<Future<Optional<Rebuild.Outcome>>> made = nodes.invokeAll(List.of(node, node, node));
            int count = 0;
            for (Future<Optional<Rebuild.Outcome>> one : made) {
                count += one.get().isPresent() ? 1 : 0;
            }
            assertThat(count).isEqualTo(1);
        }
        assertThat(reader.kept("volunteer-li", FUJIAN)).isPresent();
    }

    @Test
    void aVersionMadeForOtherSchemesDoesNotServeAgain() {
        editions.add(FUJIAN + "/2013");
        shelf.refresh();
        renew();
        assertThat(followers.back(EligibilityProjection.ROOM, step -> { })).isEmpty();
    }

    @Test
    void aSchemeThatEndedIsGoneFromWhoeverChangesAfterwards() {
        Scheme brief = Schemes.parse("""
                id: brief
                version: "1"
                effectiveFrom: 2020-01-01
                effectiveTo: 2026-03-15
                title: {zh: 短期, en: Brief}
                confidence: invented
                source: test
                window: {kind: lifetime}
                bands: [{levels: [{id: one, hours: 1, title: {zh: 一, en: One}}]}]
                """);
        schemes = new Schemes(List.of(brief));
        editions.add("brief/1");
        shelf.refresh();
        renew();
        assertThat(reader.kept("volunteer-li", "brief")).isPresent();
        facts.on("2026-03-16").add(recorded("li", "later", time("2026-03-02T01:00", 60)));
        start();
        assertThat(reader.kept("volunteer-li", "brief")).isEmpty();
        assertThat(reader.kept("volunteer-wu", "brief")).isPresent();
        assertIsWhatARebuildMakes();
    }

    private void assertIsWhatARebuildMakes() {
        assertThat(followers.rebuild(EligibilityProjection.ROOM, step -> { }).tables())
                .hasSize(6).allMatch(Rebuild.Compared::isSame);
    }

    private Optional<Rebuild.Outcome> renew() {
        return followers.renew(EligibilityProjection.ROOM, step -> { });
    }
}
