package ledger.projections.account;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.account.Activity;
import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.HourAccountEvent.ObjectionRaised;
import ledger.domain.rulebook.Rounding;
import ledger.domain.rulebook.Rounding.Per;
import ledger.domain.rulebook.Rounding.Policy;
import ledger.projections.Facts;
import ledger.projections.TestViews;

import static ledger.projections.Facts.NOTE;
import static ledger.projections.Facts.READING;
import static ledger.projections.Facts.RECORDED_ON;
import static ledger.projections.Facts.STATION;
import static ledger.projections.Facts.certified;
import static ledger.projections.Facts.held;
import static ledger.projections.Facts.recorded;
import static ledger.projections.Facts.revoked;
import static ledger.projections.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;

class HourTotalsTest {

    private static final Set<EvidenceGrade> CREDIT = Set.of(EvidenceGrade.SYSTEM_TIMED);
    private static final Activity CLEANING = new Activity("清洁家园", null, "清扫", "青禾社区", "person-1", "person-2");

    private TestViews.Session views;
    private EntryReader reader;
    private HourTotals totals;
    private Facts facts;

    @BeforeEach
    void sixEntriesInTheirStates() {
        views = TestViews.empty();
        reader = new EntryReader(views.jdbc());
        facts = new Facts().add(
                recorded("li", "a", time("2026-03-01T09:00", 61)),
                recorded("li", "b", "organization-street", CLEANING, EvidenceGrade.ORG_ENTERED,
                        time("2026-03-02T09:00", 20)),
                recorded("li", "c", time("2026-03-03T09:00", 7)),
                recorded("li", "d", time("2026-03-04T09:00", 11)),
                held("li", "e", time("2026-03-05T09:00", 13)),
                recorded("li", "f", time("2026-03-06T09:00", 17)),
                recorded("wu", "g", time("2026-03-06T09:00", 1000)),
                certified("li", "a", 61),
                certified("li", "b", 20),
                new ObjectionRaised("account-li", "entry-d", NOTE, RECORDED_ON, 2),
                revoked("li", "f", 17),
                certified("wu", "g", 1000));
        views.follow(new EntryProjection(views.jdbc()), facts);
        totals = HourTotals.of(reader.entriesOf("account-li", EntryReader.NOW), CREDIT);
    }

    @Test
    void r16_onlyCertifiedMinutesCountAndNoticeAndHeldStandBeside() {
        assertThat(totals.certifiedMinutes()).isEqualTo(81);
        assertThat(totals.inNoticeMinutes()).isEqualTo(7 + 11);
        assertThat(totals.heldMinutes()).isEqualTo(13);
    }

    @Test
    void r15_creditAndHonourMinutesAddUpToTheCertifiedOnes() {
        assertThat(totals.creditMinutes()).isEqualTo(61);
        assertThat(totals.honourMinutes()).isEqualTo(20);
        assertThat(totals.byEvidence().get(EvidenceGrade.ORG_ENTERED)).isEqualTo(
                new HourTotals.Sum(20, List.of("entry-b")));
    }

    @Test
    void eachSumNamesTheEntriesItIsTheSumOf() {
        assertThat(totals.byState().get(EntryState.CERTIFIED)).isEqualTo(
                new HourTotals.Sum(81, List.of("entry-a", "entry-b")));
        assertThat(totals.byState().get(EntryState.REVOKED)).isEqualTo(new HourTotals.Sum(17, List.of("entry-f")));
        assertThat(totals.byState().values().stream().mapToInt(sum -> sum.entryIds().size()).sum()).isEqualTo(6);
    }

    @Test
    void minutesOfOrganizationsAndCategoriesAddUpToTheCertifiedOnes() {
        assertThat(totals.byOrganization()).containsOnly(
                java.util.Map.entry(STATION, 61), java.util.Map.entry("organization-street", 20));
        assertThat(totals.byCategory()).containsOnly(
                java.util.Map.entry(READING.category(), 61), java.util.Map.entry("", 20));
    }

    @Test
    void theWholeCitysFiguresCountCertifiedMinutesOfAllAccounts() {
        assertThat(reader.certifiedMinutesByOrganization(ServedDays.ALL, EntryReader.NOW)).containsOnly(
                java.util.Map.entry(STATION, 1061L), java.util.Map.entry("organization-street", 20L));
        assertThat(reader.certifiedMinutesByCategory(ServedDays.ALL, EntryReader.NOW)).containsOnly(
                java.util.Map.entry(READING.category(), 1061L), java.util.Map.entry("", 20L));
    }

    @Test
    void r28_totalsOfAnEarlierPositionAreThoseOfThen() {
        HourTotals before = HourTotals.of(reader.entriesOf("account-li", 8), CREDIT);
        assertThat(before.certifiedMinutes()).isEqualTo(61);
        assertThat(before.inNoticeMinutes()).isEqualTo(20 + 7 + 11 + 17);
    }

    @Test
    void r3_sessionsAreRoundedAndAddedOrTheirSumIsRounded() {
        // 61 and 20 minutes are certified: in half hours 60 + 30 one by one, 90 together; exact 81.
        assertThat(rounded(Policy.HALF_HOUR_BANDS, Per.SESSION)).isEqualTo(60 + 30);
        assertThat(rounded(Policy.HALF_HOUR_BANDS, Per.TOTAL)).isEqualTo(60 + 30);
        assertThat(rounded(Policy.FLOOR_HOUR, Per.SESSION)).isEqualTo(60);
        assertThat(rounded(Policy.FLOOR_HOUR, Per.TOTAL)).isEqualTo(60);
        assertThat(rounded(Policy.EXACT, Per.SESSION)).isEqualTo(81);
        assertThat(totals.rounded()).isEqualTo(new HourTotals.Rounded(81, Policy.EXACT, Per.TOTAL));
    }

    @Test
    void r3_whatIsRoundedMakesADifferenceAndWhatIsStoredStaysExact() {
        views.follow(new EntryProjection(views.jdbc()), facts.add(
                recorded("an", "x", time("2026-03-01T09:00", 50)), recorded("an", "y", time("2026-03-02T09:00", 50)),
                certified("an", "x", 50), certified("an", "y", 50)));
        HourTotals bySession = of("account-an", new Rounding(Policy.FLOOR_HOUR, Per.SESSION));
        HourTotals together = of("account-an", new Rounding(Policy.FLOOR_HOUR, Per.TOTAL));
        assertThat(bySession.rounded().minutes()).isZero();
        assertThat(together.rounded().minutes()).isEqualTo(60);
        assertThat(together.certifiedMinutes()).isEqualTo(bySession.certifiedMinutes()).isEqualTo(100);
    }

    private int rounded(Policy policy, Per per) {
        return of("account-li", new Rounding(policy, per)).rounded().minutes();
    }

    private HourTotals of(String account, Rounding rounding) {
        return HourTotals.of(reader.entriesOf(account, EntryReader.NOW), CREDIT, rounding);
    }

    @Test
    void nobodysTotalsAreZero() {
        HourTotals nobody = HourTotals.of(List.of(), CREDIT);
        assertThat(nobody.certifiedMinutes() + nobody.inNoticeMinutes() + nobody.heldMinutes()).isZero();
        assertThat(nobody.byState()).isEmpty();
    }
}
