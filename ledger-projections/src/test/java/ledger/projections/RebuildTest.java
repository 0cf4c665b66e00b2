package ledger.projections;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import ledger.domain.account.AccountFact;
import ledger.domain.account.AccountMergeEvent.AccountAbsorbed;
import ledger.domain.account.AccountMergeEvent.AccountClosedByMerge;
import ledger.domain.account.AccountMergeEvent.MergeAgreed;
import ledger.domain.account.AccountRehearsal;
import ledger.domain.account.HourAccountEvent.ServiceTakenOver;
import ledger.domain.account.HourAccountEvent.ServiceTransferred;
import ledger.domain.account.HourAccountEvent.TransferConsented;
import ledger.domain.account.HourAccountEvent.TransferProposed;
import ledger.projections.account.EntryProjection;

import static ledger.projections.Facts.COUNTS_FROM;
import static ledger.projections.Facts.NOTE;
import static ledger.projections.Facts.RECORDED_ON;
import static ledger.projections.Facts.RECORDER;
import static ledger.projections.Facts.STATION;
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
        assertThat(outcome.tables()).hasSize(8).allMatch(Rebuild.Compared::isSame);
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
    void aMergeAndATransferAreMadeAnewAsTheyStand() {
        transferred("account-li", "entry-e1", true);
        transferred("account-li", "entry-e2", false);
        facts.add(recorded("wu", "w", time("2026-03-08T09:00", 60)), certified("wu", "w", 60));
        transferred("account-wu", "entry-w", false);
        merged("account-wu", "account-li");
        views.follower(new EntryProjection(views.jdbc()), facts).step();
        assertThat(views.jdbc().queryForList(
                        "SELECT entry_id || ' ' || account_id || ' ' || state FROM views_v1.transfer ORDER BY entry_id",
                        String.class))
                .containsExactly(
                        "entry-e1 account-li DONE", "entry-e2 account-li CONSENTED", "entry-w account-li CONSENTED");
        assertThat(views.jdbc().queryForList(
                        "SELECT into_account_id || ' ' || state || ' ' || entries FROM views_v1.account_merge",
                        String.class))
                .containsExactly("account-li MERGED 1");
        Rebuild.Outcome same = followers.rebuild(EntryProjection.ROOM, step -> { });
        assertThat(same.tables()).allMatch(Rebuild.Compared::isSame)
                .filteredOn(compared -> Set.of("transfer", "account_merge").contains(compared.table()))
                .extracting(Rebuild.Compared::rows).containsExactly(3L, 1L);
        views.jdbc().update("UPDATE views_v1.transfer SET account_id = 'account-wu' WHERE entry_id = 'entry-w'");
        views.jdbc().update("UPDATE views_v1.account_merge SET entries = 2");
        Rebuild.Outcome spoilt = followers.rebuild(EntryProjection.ROOM, step -> { });
        assertThat(spoilt.replaced()).isTrue();
        assertThat(spoilt.tables()).filteredOn(compared -> !compared.isSame())
                .extracting(Rebuild.Compared::table).containsExactly("transfer", "account_merge");
    }

    private void transferred(String account, String entry, boolean taken) {
        facts.add(
                new TransferProposed(
                        account, entry, STATION, "organization-park", RECORDER, "moved", NOTE, RECORDED_ON),
                new TransferConsented(account, entry, "organization-park", RECORDED_ON));
        if (taken) {
            facts.add(new ServiceTransferred(
                    account, entry, STATION, "organization-park", 60, RECORDER, COUNTS_FROM));
        }
    }

    private void merged(String from, String into) {
        List<AccountFact> past = facts.all().stream()
                .map(RecordedFact::fact)
                .map(AccountFact.class::cast)
                .filter(fact -> fact.accountId().equals(from))
                .toList();
        var handedOver = AccountRehearsal.of(past).handedOver();
        facts.add(
                new MergeAgreed(into, "merge-1", from, RECORDER, "same-person", NOTE, COUNTS_FROM),
                new AccountClosedByMerge(from, "merge-1", into, COUNTS_FROM));
        handedOver.forEach(entry ->
                facts.add(new ServiceTakenOver(into, entry.entryId(), "merge-1", from, entry, List.of())));
        facts.add(new AccountAbsorbed(into, "merge-1", from, List.of("entry-w"), COUNTS_FROM));
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

    @Test
    void readersSeeOneVersionOrTheOtherWhileTheyAreSwitched() throws Exception {
        views.jdbc().update("UPDATE views_v1.entry SET minutes = 90");
        views.jdbc().update("UPDATE views_v1.entry_event SET type = 'spoilt'");
        AtomicBoolean done = new AtomicBoolean();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
            List<Future<?>> reading = new ArrayList<>();
            try {
                for (int reader = 0; reader < 3; reader++) {
                    reading.add(readers.submit(() -> read(done, seen)));
                }
                assertThat(followers.rebuild(EntryProjection.ROOM, step -> { }).replaced()).isTrue();
                assertThat(versions(views.jdbc())).isEqualTo("1400 rows of 60, 1400 sound");
                assertThat(followers.back(EntryProjection.ROOM, step -> { })).isPresent();
            } finally {
                done.set(true);
            }
            for (Future<?> reader : reading) {
                reader.get();
            }
        }
        assertThat(seen).contains("1400 rows of 90, 0 sound").isSubsetOf(
                "1400 rows of 90, 0 sound", "1400 rows of 60, 1400 sound");
    }

    private static void read(AtomicBoolean done, Set<String> seen) {
        TestViews.Session session = TestViews.session();
        while (!done.get()) {
            seen.add(versions(session.jdbc()));
        }
        session.connection().destroy();
    }

    /** By one statement that reads two of the room's tables. */
    private static String versions(JdbcTemplate jdbc) {
        return jdbc.queryForObject(
                """
                SELECT count(*) || ' rows of ' || min(e.minutes) || ', '
                  || (SELECT count(*) FROM views_v1.entry_event WHERE type <> 'spoilt') || ' sound'
                FROM views_v1.entry e
                """,
                String.class);
    }

    @Test
    void theVersionThatServedBeforeIsBroughtUpToThePresentAndServesAgain() {
        assertThat(followers.back(EntryProjection.ROOM, step -> { })).isEmpty();
        views.jdbc().update("UPDATE views_v1.entry SET minutes = 90 WHERE entry_id = 'entry-e7'");
        followers.rebuild(EntryProjection.ROOM, step -> { });
        facts.add(recorded("wu", "late", time("2026-03-08T09:00", 60)));
        views.follower(new EntryProjection(views.jdbc()), facts).step();
        String whole = content();
        Rebuild.Outcome back = followers.back(EntryProjection.ROOM, step -> { }).orElseThrow();
        assertThat(back.replaced()).isTrue();
        assertThat(back.position()).isEqualTo(facts.head());
        assertThat(minutes("e7")).isEqualTo(90);
        assertThat(minutes("late")).isEqualTo(60);
        assertThat(followers.back(EntryProjection.ROOM, step -> { })).isPresent();
        assertThat(content()).isEqualTo(whole);
    }

    @Test
    void aVersionOfAnotherShapeDoesNotServeAgain() {
        views.jdbc().update("UPDATE views_v1.entry SET minutes = 90");
        followers.rebuild(EntryProjection.ROOM, step -> { });
        views.jdbc().execute("ALTER TABLE views_v1.objection ADD COLUMN newer text");
        try {
            assertThat(followers.back(EntryProjection.ROOM, step -> { })).isEmpty();
        } finally {
            views.jdbc().execute("ALTER TABLE views_v1.objection DROP COLUMN newer");
        }
    }

    @Test
    void whatIsParkedBelongsToItsVersion() {
        views.jdbc().update(
                """
                INSERT INTO views_v1.dead_letter (room, position, aggregate_id, type, attempts)
                VALUES ('account', 7, 'account-nobody', 'ServiceRecorded', 1), ('other', 7, 'a', 'b', 1)
                """);
        views.jdbc().update("UPDATE views_v1.entry SET minutes = 90");
        followers.rebuild(EntryProjection.ROOM, step -> { });
        assertThat(parked()).containsExactly("other");
        followers.back(EntryProjection.ROOM, step -> { });
        assertThat(parked()).containsExactly("account", "other");
    }

    private List<String> parked() {
        return views.jdbc().queryForList("SELECT room FROM views_v1.dead_letter ORDER BY room", String.class);
    }

    private int minutes(String entry) {
        return views.jdbc().queryForObject(
                "SELECT minutes FROM views_v1.entry WHERE entry_id = ? AND known_to IS NULL",
                Integer.class, "entry-" + entry);
    }

    @Test
    void aSwitchLeavesTheServingTablesWithAllTheirIndexes() {
        List<String> before = indexes();
        views.jdbc().update("UPDATE views_v1.entry SET minutes = 90");
        followers.rebuild(EntryProjection.ROOM, step -> { });
        assertThat(indexes()).isEqualTo(before).hasSizeGreaterThan(5);
    }

    private List<String> indexes() {
        return views.jdbc().queryForList(
                "SELECT indexdef FROM pg_indexes WHERE schemaname = 'views_v1' ORDER BY indexdef", String.class);
    }

    private String content() {
        return views.jdbc().queryForObject(
                "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM views_v1.entry t", String.class)
                + views.jdbc().queryForObject(
                        "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM views_v1.entry_event t",
                        String.class);
    }
}
