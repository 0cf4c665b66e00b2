package ledger.projections;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

import ledger.projections.DeadLetters.DeadLetter;
import ledger.projections.DeadLetters.Sequence;
import ledger.projections.account.EntryProjection;

import static ledger.projections.Facts.certified;
import static ledger.projections.Facts.recorded;
import static ledger.projections.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A fact that a view cannot fold is parked with all later ones of its aggregate, and the rest goes on. */
class DeadLettersTest {

    private final Set<Long> poisoned = ConcurrentHashMap.newKeySet();
    private TestViews.Session views;
    private DeadLetters letters;

    @BeforeEach
    void begin() {
        views = TestViews.empty();
        letters = new DeadLetters(views.jdbc());
    }

    @Test
    void theRestGoesOnAndTheAggregateWaitsInItsOrder() {
        Facts facts = threeAccounts();
        poisoned.add(2L);
        Follower follower = views.follower(thatChokes(), facts.inBatchesOf(4));
        while (follower.step() > 0) {
            // to the head
        }
        assertThat(views.position(EntryProjection.ROOM)).isEqualTo(facts.head());
        assertThat(letters.list(10)).extracting(DeadLetter::position).containsExactly(2L, 5L);
        assertThat(letters.list(10)).extracting(DeadLetter::aggregateId).containsOnly("account-wu");
        DeadLetter first = letters.list(10).getFirst();
        assertThat(first.error()).isEqualTo("IllegalArgumentException: cannot fold 2");
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(letters.list(10).getLast().error()).isNull();
        assertThat(views.jdbc().queryForList("SELECT DISTINCT account_id FROM views_v1.entry ORDER BY 1", String.class))
                .containsExactly("account-li", "account-zhao");
    }

    @Test
    void whatIsTriedAgainInVainStaysParkedAndIsCounted() {
        Facts facts = threeAccounts();
        poisoned.add(2L);
        Follower follower = views.follower(thatChokes(), facts);
        follower.step();
        assertThat(follower.retry(new Sequence(EntryProjection.ROOM, "account-wu"))).isZero();
        assertThat(letters.list(10)).extracting(DeadLetter::attempts).containsExactly(2, 0);
    }

    @Test
    void triedAgainWithSuccessTheViewIsTheOneThatNeverChoked() {
        Facts facts = threeAccounts();
        views.follow(new EntryProjection(views.jdbc()), facts);
        List<String> wanted = views.content();
        views = TestViews.empty();
        poisoned.add(2L);
        Follower follower = views.follower(thatChokes(), facts);
        follower.step();
        poisoned.clear();
        assertThat(new Followers(List.of(follower)).retry(null, null, letters)).isEqualTo(2);
        assertThat(letters.count(EntryProjection.ROOM)).isZero();
        assertThat(views.content()).isEqualTo(wanted);
    }

    @Test
    void aFailureOfTheMomentParksNothing() {
        Facts facts = threeAccounts();
        Follower follower = views.follower(new Chokes() {
            @Override
            public void project(List<RecordedFact> batch) {
                throw new QueryTimeoutException("the database is slow today");
            }
        }, facts);
        assertThatThrownBy(follower::step).isInstanceOf(QueryTimeoutException.class);
        assertThat(letters.list(10)).isEmpty();
        assertThat(views.position(EntryProjection.ROOM)).isZero();
    }

    private static Facts threeAccounts() {
        return new Facts().add(
                recorded("li", "a", time("2026-03-07T09:00", 60)),
                recorded("wu", "b", time("2026-03-07T09:00", 60)),
                recorded("zhao", "c", time("2026-03-07T09:00", 60)),
                certified("li", "a", 60),
                certified("wu", "b", 60),
                certified("zhao", "c", 60));
    }

    private Projection thatChokes() {
        return new Chokes();
    }

    /** Writes like the real one, and then falls over facts that are poisoned. */
    private class Chokes implements Projection {

        private final EntryProjection real = new EntryProjection(views.jdbc());

        @Override
        public String room() {
            return real.room();
        }

        @Override
        public void project(List<RecordedFact> batch) {
            real.project(batch);
            batch.stream().map(RecordedFact::position).filter(poisoned::contains).findFirst().ifPresent(position -> {
                throw new IllegalArgumentException("cannot fold " + position);
            });
        }
    }
}
