package ledger.projections;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.AnnexNote;
import ledger.domain.organization.OrganizationEvent.OrganizationRegistered;
import ledger.domain.organization.OrganizationEvent.OrganizationSuspended;
import ledger.domain.organization.OrganizationKind;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.Schemes;
import ledger.domain.statement.StatementEvent.StatementIssued;
import ledger.domain.statement.StatementEvent.StatementSuperseded;
import ledger.domain.statement.StatementScope;
import ledger.domain.submission.SubmissionEvent.RosterCompleted;
import ledger.domain.submission.SubmissionEvent.RosterSubmitted;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.organization.OrganizationProjection;
import ledger.projections.recognition.BirthDates;
import ledger.projections.recognition.EligibilityProjection;
import ledger.projections.recognition.SchemeShelf;
import ledger.projections.statement.StatementProjection;
import ledger.projections.submission.SubmissionProjection;
import ledger.projections.volunteer.VolunteerProjection;
import ledger.projections.volunteer.VolunteerReader;

import static ledger.projections.Facts.certified;
import static ledger.projections.Facts.corrected;
import static ledger.projections.Facts.enrolled;
import static ledger.projections.Facts.held;
import static ledger.projections.Facts.recorded;
import static ledger.projections.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each fact counts once in every view, whoever dies when. */
class FollowerTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final SchemeShelf SHELF = new SchemeShelf(Schemes.shipped(), Set.of("cn-cyl-star"));

    private TestViews.Session views;

    @BeforeEach
    void begin() {
        views = TestViews.empty();
    }

    @Test
    void aFollowerStartedAnewWorksOnFromTheLastCommit() {
        Facts facts = aLittleOfEverything();
        eachRoom(projection -> views.follow(projection, facts));
        List<String> once = views.content();
        assertThat(once).hasSizeGreaterThan(20);
        eachRoom(projection -> views.follow(projection, facts));
        assertThat(views.content()).isEqualTo(once);
    }

    @Test
    void aBatchHandedTwiceChangesNothing() {
        Facts facts = aLittleOfEverything();
        eachRoom(projection -> views.follow(projection, facts));
        List<String> once = views.content();
        List<String> refused = new ArrayList<>();
        eachRoom(projection -> {
            try {
                views.transaction().executeWithoutResult(status -> projection.project(facts.all()));
            } catch (DuplicateKeyException e) {
                refused.add(projection.room());
            }
        });
        assertThat(views.content()).isEqualTo(once);
        assertThat(refused).contains(EntryProjection.ROOM, OrganizationProjection.ROOM, StatementProjection.ROOM);
    }

    @Test
    void killedInTheMiddleItLeavesNeitherRowsNorPositionAndThenSucceeds() {
        Facts facts = aLittleOfEverything();
        eachRoom(projection -> {
            long rowsBefore = views.content().size();
            Follower killed = views.follower(thatDiesAfterWriting(projection), facts);
            assertThatThrownBy(killed::step).hasMessage("killed");
            assertThat(views.position(projection.room())).isZero();
            assertThat(killed.position()).isZero();
            assertThat(views.content()).hasSize((int) rowsBefore + 1);
            assertThat(killed.step()).isEqualTo(facts.all().size());
            assertThat(views.position(projection.room())).isEqualTo(facts.head());
        });
    }

    @Test
    void twoFollowersOfOneRoomCountEachFactOnce() throws InterruptedException {
        Facts facts = manyFacts(400);
        TestViews.Session other = TestViews.session();
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (TestViews.Session session : List.of(views, other)) {
            Follower follower = session.follower(new EntryProjection(session.jdbc()), facts.inBatchesOf(7));
            threads.add(Thread.ofPlatform().uncaughtExceptionHandler((thread, e) -> failures.add(e)).start(() -> {
                while (follower.step() > 0) {
                    Thread.yield();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join(SOON);
        }
        other.connection().destroy();
        assertThat(failures).isEmpty();
        assertThat(views.position(EntryProjection.ROOM)).isEqualTo(facts.head());
        assertThat(views.jdbc().queryForList("SELECT position FROM views_v1.entry_event ORDER BY 1", Long.class))
                .isEqualTo(facts.all().stream().map(RecordedFact::position).toList());
    }

    @Test
    void rebuiltFromZeroTheViewsAreThoseThatLived() {
        Facts facts = aLittleOfEverything();
        eachRoom(projection -> views.follow(projection, facts.inBatchesOf(1)));
        List<String> live = content("position");
        views = TestViews.empty();
        eachRoom(projection -> views.follow(projection, facts));
        assertThat(content("position")).isEqualTo(live);
    }

    @Test
    void whoWaitsForAPositionIsWokenWhenTheViewIsTrueUpToIt() {
        Facts facts = new Facts();
        try (Follower follower = new Follower(
                new VolunteerProjection(views.jdbc()), synchronizedSource(facts), views.jdbc(), views.transaction())) {
            follower.start();
            assertThat(follower.await(1, Duration.ofMillis(50))).isFalse();
            synchronized (facts) {
                facts.add(enrolled("li", "2026-03-01"), enrolled("wu", "2026-03-01"));
            }
            follower.wake(2);
            assertThat(follower.await(2, SOON)).isTrue();
            assertThat(follower.position()).isEqualTo(2);
        }
        assertThat(new VolunteerReader(views.jdbc()).all()).hasSize(2);
    }

    @Test
    void allViewsTogetherAreTrueUpToTheSlowest() {
        Facts facts = aLittleOfEverything();
        Follower quick = views.follower(new VolunteerProjection(views.jdbc()), facts);
        Follower slow = views.follower(new EntryProjection(views.jdbc()), facts.inBatchesOf(3));
        quick.step();
        slow.step();
        Followers followers = new Followers(List.of(quick, slow));
        assertThat(followers.position(VolunteerProjection.ROOM)).isEqualTo(facts.head());
        assertThat(followers.position(VolunteerProjection.ROOM, EntryProjection.ROOM)).isEqualTo(3);
        assertThat(followers.await(4, Duration.ofMillis(1), followers.rooms())).isFalse();
        assertThat(followers.await(3, Duration.ofMillis(1), followers.rooms())).isTrue();
        assertThatThrownBy(() -> followers.position("weather")).hasMessageContaining("weather");
    }

    private void eachRoom(java.util.function.Consumer<Projection> then) {
        JdbcTemplate jdbc = views.jdbc();
        List<Function<JdbcTemplate, Projection>> rooms = List.of(
                OrganizationProjection::new, VolunteerProjection::new, EntryProjection::new, SubmissionProjection::new,
                StatementProjection::new,
                one -> new EligibilityProjection(
                        one, new EntryReader(one), new VolunteerReader(one), SHELF, BirthDates.UNKNOWN, at -> true));
        rooms.forEach(room -> then.accept(room.apply(jdbc)));
    }

    /** What the verdicts say, wherever the batch ended in which they were reached. */
    private List<String> content(String withoutColumn) {
        List<String> rows = new ArrayList<>(views.content());
        rows.removeIf(row -> row.startsWith("eligibility "));
        rows.addAll(views.jdbc().queryForList(
                "SELECT (to_jsonb(v) - '" + withoutColumn + "')::text FROM views_v1.eligibility v ORDER BY 1",
                String.class));
        return rows;
    }

    private static Projection thatDiesAfterWriting(Projection projection) {
        AtomicBoolean alive = new AtomicBoolean();
        return new Projection() {
            @Override
            public String room() {
                return projection.room();
            }

            @Override
            public void project(List<RecordedFact> batch) {
                projection.project(batch);
                if (!alive.getAndSet(true)) {
                    throw new DataAccessResourceFailureException("killed");
                }
            }
        };
    }

    private static FactSource synchronizedSource(Facts facts) {
        return new FactSource() {
            @Override
            public List<RecordedFact> after(long position, int limit) {
                synchronized (facts) {
                    return facts.after(position, limit);
                }
            }

            @Override
            public long head() {
                synchronized (facts) {
                    return facts.head();
                }
            }
        };
    }

    private static Facts manyFacts(int entries) {
        Facts facts = new Facts();
        for (int i = 0; i < entries; i++) {
            facts.add(recorded("li", "e" + i, time("2026-03-07T09:00", 60)));
            facts.add(certified("li", "e" + i / 2, 60));
        }
        return facts;
    }

    private static Facts aLittleOfEverything() {
        return new Facts().add(
                new OrganizationRegistered(
                        Facts.STATION, "S1", "青禾站", OrganizationKind.STATION, null, "Asia/Shanghai"),
                enrolled("li", "2026-01-01"),
                enrolled("wu", "2026-01-01"),
                new RosterSubmitted("submission-1", "d1", "csv", Facts.STATION, new AnnexNote("note-1", "x")),
                recorded("li", "a", time("2026-03-07T09:00", 60)),
                recorded("wu", "b", time("2026-03-07T09:00", 60)),
                held("li", "c", time("2026-03-07T09:30", 60)),
                new RosterCompleted("submission-1", 3, 2, 1, 0, 0),
                certified("li", "a", 60),
                new StatementIssued(
                        "HS-1", new StatementScope("volunteer-li", null, null, null), 9, "digest",
                        List.of("entry-a"), 60, Facts.RECORDED_ON),
                corrected("li", "a", time("2026-03-07T09:00", 50), 60),
                new StatementSuperseded("HS-1", "entry-a", 11),
                new RecognitionConferred(
                        "recognitions-1", "recognition-1", "volunteer-li",
                        "cn-cyl-star", "2013-11", "star1", "all", "", 6000, 12,
                        Facts.RECORDED_ON, "digest", Facts.STATION, Facts.RECORDED_ON),
                new OrganizationSuspended(Facts.STATION, "inspection", Facts.RECORDED_ON));
    }
}
