package ledger.projections.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.history.FactMetadata;
import ledger.domain.volunteer.VolunteerEvent.VolunteerEnrolled;
import ledger.projections.FactSource;
import ledger.projections.Facts;
import ledger.projections.RecordedFact;
import ledger.projections.TestViews;
import ledger.projections.account.EntryProjection;
import ledger.projections.submission.SubmissionProjection;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the facts about a subject stand, and whose facts stand where. */
class LogReaderTest {

    private final Facts facts = new Facts();
    private LongUnaryOperator seconds = position -> position / 2;
    private TestViews.Session views;
    private LogReader reader;

    @BeforeEach
    void begin() {
        views = TestViews.empty();
        reader = new LogReader(views.jdbc());
        facts.add(
                Facts.enrolled("chen", "2026-01-01"),
                Facts.enrolled("sun", "2026-01-01"),
                Facts.recorded("chen", "1", Facts.time("2026-03-07T09:00", 60)),
                Facts.recorded("sun", "2", Facts.time("2026-03-07T09:00", 60)),
                Facts.certified("chen", "1", 60));
    }

    @Test
    void allThatIsAboutAVolunteerIsTheirEnrolmentAndEveryFactOfTheirEntries() {
        follow(by(Map.of()), 2);
        assertThat(reader.ofVolunteer("volunteer-chen", 0, 9)).containsExactly(1L, 3L, 5L);
        assertThat(reader.ofVolunteer("volunteer-chen", 1, 1)).containsExactly(3L);
        assertThat(reader.ofEntry("entry-1", 0, 9)).containsExactly(3L, 5L);
        assertThat(reader.ofVolunteer("volunteer-nobody", 0, 9)).isEmpty();
    }

    @Test
    void whatAnActorWroteIsFoundHoweverTheFactsCameInBatches() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            Map<Long, String> actors = new HashMap<>();
            for (long position = 1; position <= facts.head(); position++) {
                actors.put(position, "token-" + random.nextInt(2));
            }
            views = TestViews.empty();
            follow(by(actors), 1 + random.nextInt(4));
            for (String actor : List.of("token-0", "token-1")) {
                List<Long> theirs = new ArrayList<>(actors.keySet().stream()
                        .filter(position -> actors.get(position).equals(actor)).sorted().toList());
                assertThat(reader.by(actor, 0, 9)).as("%s, seed %d", actor, seed).isEqualTo(theirs);
                assertThat(reader.by(actor, 2, 2)).as("%s, seed %d", actor, seed)
                        .isEqualTo(theirs.stream().filter(position -> position > 2).limit(2).toList());
            }
        }
    }

    @Test
    void whatOneActorWroteWithinASecondTakesOneLine() {
        follow(by(Map.of()), 2);
        assertThat(views.jdbc().queryForList(
                        "SELECT first || '-' || last FROM views_v1.log_stretch ORDER BY first", String.class))
                .containsExactly("1-1", "2-3", "4-5");
    }

    @Test
    void aFactThatIsFoldedLaterStandsWhereItIs() {
        seconds = position -> 1;
        FactSource told = by(Map.of(3L, "token-2"));
        LogProjection projection = new LogProjection(views.jdbc());
        projection.project(told.after(0, 2));
        projection.project(told.after(3, 2));
        assertThat(reader.by("token-1", 0, 9)).as("while the third is parked").containsExactly(1L, 2L, 4L, 5L);
        projection.project(told.after(2, 1));
        assertThat(reader.by("token-1", 0, 9)).containsExactly(1L, 2L, 4L, 5L);
        assertThat(reader.by("token-2", 0, 9)).containsExactly(3L);
    }

    private void follow(FactSource source, int batch) {
        FactSource batches = new FactSource() {
            @Override
            public List<RecordedFact> after(long position, int limit) {
                return source.after(position, Math.min(limit, batch));
            }

            @Override
            public long head() {
                return source.head();
            }
        };
        views.follow(new EntryProjection(views.jdbc()), batches);
        views.follow(new SubmissionProjection(views.jdbc()), batches);
        views.follow(new LogProjection(views.jdbc()), batches);
    }

    private FactSource by(Map<Long, String> actors) {
        return new FactSource() {
            @Override
            public List<RecordedFact> after(long position, int limit) {
                return facts.after(position, limit).stream().map(this::told).toList();
            }

            private RecordedFact told(RecordedFact fact) {
                String aggregate = fact.fact() instanceof VolunteerEnrolled e ? e.volunteerId() : fact.aggregateId();
                Instant at = Instant.ofEpochSecond(seconds.applyAsLong(fact.position()));
                return new RecordedFact(
                        fact.position(), at, fact.type(), aggregate,
                        Map.of(FactMetadata.ACTOR, actors.getOrDefault(fact.position(), "token-1")), fact.fact());
            }

            @Override
            public long head() {
                return facts.head();
            }
        };
    }
}
