package ledger.projections;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.projections.account.EntryProjection;

import static ledger.projections.Facts.certified;
import static ledger.projections.Facts.recorded;
import static ledger.projections.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;

/** A view made anew beside the live one has the same rows, or takes the place of one that was wrong. */
class RebuildTest {

    private TestViews.Pooled views;
    private Facts facts;
    private Followers followers;

    @BeforeEach
    void begin() {
        TestViews.empty();
        views = TestViews.pooled();
        facts = new Facts();
        for (int i = 0; i < 700; i++) {
            facts.add(recorded("li", "e" + i, time("2026-03-07T09:00", 60)), certified("li", "e" + i, 60));
        }
        Follower follower = views.follower(new EntryProjection(views.jdbc()), facts);
        while (follower.step() > 0) {
            // to the head
        }
        followers = new Followers(List.of(follower));
    }

    @Test
    void theSameContentIsFoundAndTheLiveViewIsLeftAlone() {
        List<Rebuild.Step> steps = new ArrayList<>();
        Rebuild.Outcome outcome = followers.rebuild(EntryProjection.ROOM, steps::add);
        assertThat(outcome.replaced()).isFalse();
        assertThat(outcome.position()).isEqualTo(facts.head());
        assertThat(outcome.tables()).hasSize(6).allMatch(Rebuild.Compared::isSame);
        assertThat(outcome.tables().getFirst().rows()).isEqualTo(1400);
        assertThat(steps.getLast().position()).isEqualTo(facts.head());
    }

    @Test
    void aViewThatWasTamperedWithGivesWayToTheOneFromTheFacts() {
        String before = content();
        views.jdbc().update("UPDATE views_v1.entry SET minutes = 6000 WHERE entry_id = 'entry-e7'");
        views.jdbc().update("DELETE FROM views_v1.entry_event WHERE entry_id = 'entry-e8'");
        Rebuild.Outcome outcome = followers.rebuild(EntryProjection.ROOM, step -> { });
        assertThat(outcome.replaced()).isTrue();
        assertThat(outcome.tables()).filteredOn(compared -> !compared.isSame())
                .extracting(Rebuild.Compared::table).containsExactly("entry", "entry_event");
        assertThat(content()).isEqualTo(before);
        assertThat(followers.rebuild(EntryProjection.ROOM, step -> { }).replaced()).isFalse();
    }

    @Test
    void whatComesMeanwhileIsInBoth() {
        Rebuild.Outcome outcome = followers.rebuild(EntryProjection.ROOM, step -> {
            if (facts.head() == 1_400) {
                facts.add(recorded("wu", "late" + facts.head(), time("2026-03-08T09:00", 60)));
                views.follower(new EntryProjection(views.jdbc()), facts).step();
            }
        });
        assertThat(outcome.replaced()).isFalse();
        assertThat(outcome.position()).isEqualTo(1_401);
    }

    private String content() {
        return views.jdbc().queryForObject(
                "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM views_v1.entry t", String.class)
                + views.jdbc().queryForObject(
                        "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM views_v1.entry_event t",
                        String.class);
    }
}
