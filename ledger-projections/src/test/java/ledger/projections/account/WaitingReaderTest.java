package ledger.projections.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.account.Hold;
import ledger.domain.account.HoldReason;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.HourAccountEvent.ErrorReported;
import ledger.domain.account.HourAccountEvent.HeldServiceApproved;
import ledger.domain.account.HourAccountEvent.HoldRenewed;
import ledger.domain.account.HourAccountEvent.ObjectionDismissed;
import ledger.domain.account.HourAccountEvent.ObjectionRaised;
import ledger.projections.Facts;
import ledger.projections.TestViews;

import static ledger.projections.Facts.NOTE;
import static ledger.projections.Facts.RECORDED_ON;
import static ledger.projections.Facts.RECORDER;
import static ledger.projections.Facts.STATION;
import static ledger.projections.Facts.certified;
import static ledger.projections.Facts.corrected;
import static ledger.projections.Facts.held;
import static ledger.projections.Facts.recorded;
import static ledger.projections.Facts.revoked;
import static ledger.projections.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;

/** What waits for a person, as known at a position. */
class WaitingReaderTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    private final Facts facts = new Facts();
    private TestViews.Session views;
    private WaitingReader reader;

    @BeforeEach
    void begin() {
        views = TestViews.empty();
        reader = new WaitingReader(views.jdbc());
    }

    @Test
    void heldEntriesComeOldestFirstAndPageByPage() {
        follow(
                held("li", "a", time("2026-03-07T09:00", 60)),
                recorded("li", "b", time("2026-03-07T11:00", 60)),
                held("wu", "c", time("2026-03-07T09:00", 60)));
        assertThat(heldAt(3)).containsExactly("entry-a", "entry-c");
        assertThat(reader.held(null, null, 3, 1, 10)).extracting(EntryVersion::entryId).containsExactly("entry-c");
        assertThat(reader.held(null, null, 3, 0, 1)).extracting(EntryVersion::entryId).containsExactly("entry-a");
    }

    @Test
    void aPositionShowsWhatWaitedThen() {
        follow(
                held("li", "a", time("2026-03-07T09:00", 60)),
                held("wu", "c", time("2026-03-07T09:00", 60)),
                new HeldServiceApproved(
                        "account-li", "entry-a", RECORDER, NOTE, RECORDED_ON, DAY, false, "default-cn/2026-1"));
        assertThat(heldAt(1)).containsExactly("entry-a");
        assertThat(heldAt(2)).containsExactly("entry-a", "entry-c");
        assertThat(heldAt(3)).containsExactly("entry-c");
    }

    @Test
    void heldEntriesAreChosenByOrganizationAndReason() {
        follow(
                held("li", "a", time("2026-03-07T09:00", 60)),
                held("wu", "c", time("2026-03-07T09:00", 60)),
                corrected("wu", "c", time("2026-03-07T09:00", 500), 60),
                new HoldRenewed(
                        "account-wu", "entry-c", List.of(Hold.of(HoldReason.OVER_DAILY_LIMIT_PARENT_DECIDES)), DAY,
                        "default-cn/2026-1"));
        assertThat(reader.held(Set.of(STATION), null, 4, 0, 10)).hasSize(2);
        assertThat(reader.held(Set.of("organization-elsewhere"), null, 4, 0, 10)).isEmpty();
        assertThat(reader.held(null, HoldReason.SERVICE_OVERLAPS, 4, 0, 10)).extracting(EntryVersion::entryId)
                .containsExactly("entry-a");
        EntryVersion renewed = reader.held(null, HoldReason.OVER_DAILY_LIMIT_PARENT_DECIDES, 4, 0, 10).getFirst();
        assertThat(renewed.entryId()).isEqualTo("entry-c");
        assertThat(renewed.corrected()).isTrue();
        assertThat(renewed.time().minutes()).isEqualTo(500);
    }

    @Test
    void r16_anObjectionIsOpenUntilItIsAnswered() {
        follow(
                recorded("li", "a", time("2026-03-07T09:00", 60)),
                new ObjectionRaised("account-li", "entry-a", NOTE, DAY, 2),
                corrected("li", "a", time("2026-03-07T09:00", 45), 60),
                new ObjectionDismissed("account-li", "entry-a", RECORDER, NOTE, DAY, DAY, false));
        assertThat(openAt(1)).isEmpty();
        assertThat(openAt(2)).containsExactly("entry-a IN_NOTICE 60");
        assertThat(openAt(3)).as("a correction is no answer yet").containsExactly("entry-a IN_NOTICE 45");
        assertThat(openAt(4)).isEmpty();
        assertThat(reader.openAbout("entry-a")).isEmpty();
    }

    @Test
    void r16_anErrorReportIsAnsweredByWhateverIsDecided() {
        follow(
                recorded("li", "a", time("2026-03-07T09:00", 60)),
                certified("li", "a", 60),
                new ErrorReported("account-li", "entry-a", NOTE, DAY));
        assertThat(openAt(3)).containsExactly("entry-a ERROR_REPORT 60");
        assertThat(reader.openAbout("entry-a").orElseThrow().raisedOn()).isEqualTo(DAY);
        follow(corrected("li", "a", time("2026-03-07T09:00", 45), 60));
        assertThat(openAt(4)).isEmpty();
        follow(new ErrorReported("account-li", "entry-a", NOTE, DAY), revoked("li", "a", 45));
        assertThat(openAt(5)).containsExactly("entry-a ERROR_REPORT 45");
        assertThat(openAt(6)).isEmpty();
    }

    @Test
    void anErrorReportChangesNothingOfTheEntry() {
        follow(
                recorded("li", "a", time("2026-03-07T09:00", 60)),
                certified("li", "a", 60),
                new ErrorReported("account-li", "entry-a", NOTE, DAY),
                new HourAccountEvent.ErrorReportDismissed("account-li", "entry-a", RECORDER, NOTE, DAY));
        EntryReader entries = new EntryReader(views.jdbc());
        assertThat(entries.find("entry-a", EntryReader.NOW).orElseThrow().knownFrom()).isEqualTo(2);
        assertThat(new HistoryReader(views.jdbc(), facts).of("entry-a")).hasSize(4);
        assertThat(entries.changedSince(List.of("entry-a"), 2)).isEmpty();
    }

    private List<String> heldAt(long position) {
        return reader.held(null, null, position, 0, 10).stream().map(EntryVersion::entryId).toList();
    }

    private List<String> openAt(long position) {
        return reader.objections(Set.of(STATION), position, 0, 10).stream()
                .map(open -> open.objection().entryId() + " " + open.objection().kind() + " "
                        + open.entry().time().minutes())
                .toList();
    }

    private void follow(Fact... told) {
        facts.add(told);
        views.follow(new EntryProjection(views.jdbc()), facts);
    }
}
