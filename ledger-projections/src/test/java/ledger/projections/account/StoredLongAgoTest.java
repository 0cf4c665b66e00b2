package ledger.projections.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import ledger.domain.Fact;
import ledger.domain.account.EntryState;
import ledger.domain.account.Hold;
import ledger.domain.account.HoldReason;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.account.Lateness;
import ledger.domain.account.Rating;
import ledger.domain.history.FactTypes;
import ledger.domain.history.Lifting;
import ledger.projections.Facts;
import ledger.projections.LedgerJson;
import ledger.projections.TestViews;

import static org.assertj.core.api.Assertions.assertThat;

/** What was stored under an older revision, or written into a view long ago, is shown today. */
class StoredLongAgoTest {

    @Test
    void aServiceStoredUnderRevisionOneIsShownToday() {
        EntryVersion shown = shown("ServiceRecorded");
        assertThat(shown.state()).isEqualTo(EntryState.RECORDED);
        assertThat(shown.time().minutes()).isEqualTo(150);
        assertThat(shown.countsFrom()).isEqualTo(LocalDate.parse("2026-03-13"));
        assertThat(shown.lateness()).isNull();
        assertThat(shown.known().late()).isFalse();
    }

    @Test
    void aHeldServiceStoredUnderRevisionOneShowsItsReasonsToday() {
        EntryVersion shown = shown("ServiceHeld");
        assertThat(shown.state()).isEqualTo(EntryState.HELD);
        assertThat(shown.holdReasons()).containsExactly(
                Hold.of(HoldReason.SERVICE_OVERLAPS), Hold.of(HoldReason.OVER_DAILY_LIMIT_PARENT_DECIDES));
    }

    @Test
    void aVersionWrittenBeforeReasonsNamedAnythingIsStillRead() {
        EntryVersion today = shown("ServiceHeld");
        ObjectNode before = (ObjectNode) LedgerJson.MAPPER.readTree(LedgerJson.write(today));
        before.putArray("holdReasons").add("SERVICE_OVERLAPS").add("OVER_DAILY_LIMIT_PARENT_DECIDES");
        assertThat(LedgerJson.read(before.toString(), EntryVersion.class)).isEqualTo(today);
    }

    @Test
    void r13_lateAndProvisionalDaysAreShownAndComputedAgain() {
        Lateness late = new Lateness(LocalDate.parse("2026-12-28"), 5, true);
        HourAccountEvent.EntryReassessed again = new HourAccountEvent.EntryReassessed(
                "account-li", "entry-a", LocalDate.parse("2027-01-12"), false,
                new Lateness(late.deadline(), 3, false), LocalDate.parse("2027-01-05"));
        Facts facts = new Facts().add(Facts.recorded("li", "a", Facts.time("2026-03-07T09:00", 60)),
                new HourAccountEvent.EntryReassessed(
                        "account-li", "entry-a", LocalDate.parse("2027-01-08"), true, late,
                        LocalDate.parse("2027-01-04")));
        TestViews.Session views = TestViews.empty();
        EntryReader reader = new EntryReader(views.jdbc());
        views.follow(new EntryProjection(views.jdbc()), facts);
        assertThat(reader.provisional(null, 10)).extracting(EntryReader.Due::entryId).containsExactly("entry-a");
        assertThat(reader.find("entry-a", EntryReader.NOW).orElseThrow().known().late()).isTrue();

        views.follow(new EntryProjection(views.jdbc()), facts.add(again));
        assertThat(reader.provisional(null, 10)).isEmpty();
        EntryVersion shown = reader.find("entry-a", EntryReader.NOW).orElseThrow();
        assertThat(shown.countsFrom()).isEqualTo(again.countsFrom());
        assertThat(shown.lateness()).isEqualTo(again.lateness());
    }

    @Test
    void r8_learningStandsApartFromAllService() {
        Facts facts = new Facts().add(
                Facts.held("li", "a", Facts.time("2026-03-07T09:00", 60)),
                new HourAccountEvent.HeldServiceKeptAsTraining(
                        "account-li", "entry-a", 60, Facts.RECORDER, Facts.NOTE, Facts.RECORDED_ON));
        HourTotals totals = HourTotals.of(follow(facts), java.util.Set.of());
        assertThat(totals.learningMinutes()).isEqualTo(60);
        assertThat(totals.certifiedMinutes() + totals.inNoticeMinutes() + totals.heldMinutes()).isZero();
    }

    @Test
    void r19_aRatingIsShownAndLeavesTheMinutesAlone() {
        Rating rating = new Rating(5, 1, Rating.By.RECIPIENT, LocalDate.parse("2026-03-10"));
        Facts facts = new Facts().add(
                Facts.recorded("li", "a", Facts.time("2026-03-07T09:00", 60)),
                new HourAccountEvent.ServiceRated("account-li", "entry-a", rating, Facts.RECORDER));
        EntryVersion shown = follow(facts).getFirst();
        assertThat(shown.rating()).isEqualTo(rating);
        assertThat(shown.time().minutes()).isEqualTo(60);
        assertThat(shown.state()).isEqualTo(EntryState.RECORDED);
    }

    private static List<EntryVersion> follow(Facts facts) {
        TestViews.Session views = TestViews.empty();
        views.follow(new EntryProjection(views.jdbc()), facts);
        return new EntryReader(views.jdbc()).entriesOf("account-li", EntryReader.NOW);
    }

    private static EntryVersion shown(String name) {
        JsonNode stored = LedgerJson.MAPPER.readTree(golden(name + ".1.json"));
        Fact fact = LedgerJson.MAPPER.treeToValue(Lifting.lift(name, 1, stored), FactTypes.named(name).type());
        return EntryFold.apply(null, (HourAccountEvent) fact, 1);
    }

    /** The domain's own golden files: text as it was stored, never edited. */
    private static String golden(String file) {
        try {
            return Files.readString(Path.of(System.getProperty("basedir", "."))
                    .resolve("../ledger-domain/src/test/resources/golden").resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
