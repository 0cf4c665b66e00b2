package ledger.projections.account;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.account.EntryState;
import ledger.domain.account.Hold;
import ledger.domain.account.HoldReason;
import ledger.domain.account.HourAccountEvent.HeldServiceApproved;
import ledger.domain.history.FactMetadata;
import ledger.projections.Facts;
import ledger.projections.TestViews;

import static ledger.projections.Facts.NOTE;
import static ledger.projections.Facts.RECORDED_ON;
import static ledger.projections.Facts.RECORDER;
import static ledger.projections.Facts.certified;
import static ledger.projections.Facts.corrected;
import static ledger.projections.Facts.held;
import static ledger.projections.Facts.recorded;
import static ledger.projections.Facts.revoked;
import static ledger.projections.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;

class EntryProjectionTest {

    private final Facts facts = new Facts();
    private TestViews.Session views;
    private EntryReader reader;

    @BeforeEach
    void begin() {
        views = TestViews.empty();
        reader = new EntryReader(views.jdbc());
    }

    @Test
    void nothingIsKnownBeforeTheFirstFact() {
        follow(recorded("li", "a", time("2026-03-07T09:00", 60)));
        assertThat(reader.entriesOf("account-li", 0)).isEmpty();
        assertThat(reader.find("entry-a", 0)).isEmpty();
        assertThat(reader.find("entry-b", EntryReader.NOW)).isEmpty();
    }

    @Test
    void eachVersionIsWhatWasKnownFromItsPositionUntilTheNext() {
        follow(
                recorded("li", "a", time("2026-03-07T09:00", 60)),
                recorded("wu", "b", time("2026-03-07T09:00", 60)),
                certified("li", "a", 60),
                corrected("li", "a", time("2026-03-07T09:00", 45), 60),
                revoked("li", "a", 45));
        assertThat(known(1)).containsExactly("RECORDED 60 from 1");
        assertThat(known(2)).containsExactly("RECORDED 60 from 1");
        assertThat(known(3)).containsExactly("CERTIFIED 60 from 3");
        assertThat(known(4)).containsExactly("CERTIFIED 45 from 4");
        assertThat(known(5)).containsExactly("REVOKED 45 from 5");
        assertThat(known(EntryReader.NOW)).containsExactly("REVOKED 45 from 5");
    }

    @Test
    void versionsAreTheSameWhetherTheFactsComeTogetherOrOneByOne() {
        facts.add(
                recorded("li", "a", time("2026-03-07T09:00", 60)),
                certified("li", "a", 60),
                corrected("li", "a", time("2026-03-07T09:00", 45), 60));
        views.follow(new EntryProjection(views.jdbc()), facts);
        List<String> together = views.content();
        TestViews.empty();
        views.follow(new EntryProjection(views.jdbc()), facts.inBatchesOf(1));
        assertThat(views.content()).isEqualTo(together).hasSize(9);
    }

    @Test
    void aHeldEntrySaysWhyAndLosesNothingWhenItIsApproved() {
        follow(
                held("li", "a", time("2026-03-07T09:00", 60)),
                new HeldServiceApproved(
                        "account-li", "entry-a", RECORDER, NOTE, RECORDED_ON, LocalDate.parse("2026-03-16"), true,
                        "default-cn/2026-1"));
        EntryVersion held = reader.find("entry-a", 1).orElseThrow();
        assertThat(held.state()).isEqualTo(EntryState.HELD);
        assertThat(held.countsFrom()).isNull();
        EntryVersion approved = reader.find("entry-a", 2).orElseThrow();
        assertThat(approved.state()).isEqualTo(EntryState.RECORDED);
        assertThat(approved.stateBefore()).isEqualTo(EntryState.HELD);
        assertThat(approved.holdReasons()).containsExactly(Hold.of(HoldReason.SERVICE_OVERLAPS));
        assertThat(approved.countsFrom()).isEqualTo("2026-03-16");
        assertThat(approved.provisional()).isTrue();
        assertThat(approved.time()).isEqualTo(held.time());
    }

    @Test
    void r17_historyTellsWhoDidWhatWhenAndWhy() {
        follow(recorded("li", "a", time("2026-03-07T09:00", 60)), revoked("li", "a", 60));
        List<HistoryItem> history = new HistoryReader(views.jdbc(), facts).of("entry-a");
        assertThat(history).extracting(HistoryItem::type)
                .containsExactly("ServiceRecorded", "ServiceRevoked");
        assertThat(history).extracting(HistoryItem::position).containsExactly(1L, 2L);
        HistoryItem last = history.getLast();
        assertThat(last.recordedAt()).isEqualTo(facts.all().getLast().recordedAt());
        assertThat(last.metadata()).containsEntry(FactMetadata.ACTOR, "token-1");
        assertThat(last.fact().get("reasonCode").asString()).isEqualTo("mistake");
    }

    @Test
    void r16_onlyEntriesInNoticeAreDueAndOnlyFromTheirDay() {
        follow(
                recorded("li", "a", time("2026-03-07T09:00", 60)),
                recorded("li", "b", time("2026-03-07T11:00", 60)),
                recorded("wu", "c", time("2026-03-07T09:00", 60)),
                certified("li", "b", 60));
        assertThat(reader.due(LocalDate.parse("2026-03-12"), null, 10)).isEmpty();
        var due = reader.due(LocalDate.parse("2026-03-13"), null, 10);
        assertThat(due).extracting(EntryReader.Due::entryId).containsExactly("entry-a", "entry-c");
        assertThat(reader.due(LocalDate.parse("2026-03-13"), due.getFirst(), 10)).containsExactly(due.getLast());
    }

    @Test
    void changesSinceAPositionNameTheFirstOne() {
        follow(
                recorded("li", "a", time("2026-03-07T09:00", 60)),
                recorded("li", "b", time("2026-03-07T11:00", 60)),
                certified("li", "a", 60),
                revoked("li", "a", 60));
        assertThat(reader.changedSince(List.of("entry-a", "entry-b"), 2)).containsExactly(
                java.util.Map.entry("entry-a", 3L));
        assertThat(reader.changedSince(List.of("entry-a", "entry-b"), 4)).isEmpty();
    }

    private List<String> known(long position) {
        return reader.entriesOf("account-li", position).stream()
                .map(entry -> entry.state() + " " + entry.time().minutes() + " from " + entry.knownFrom())
                .toList();
    }

    private void follow(ledger.domain.Fact... told) {
        facts.add(told);
        views.follow(new EntryProjection(views.jdbc()), facts);
    }
}
