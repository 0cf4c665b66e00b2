package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.Fact;
import ledger.domain.account.AccountMergeEvent.AccountAbsorbed;
import ledger.domain.account.AccountMergeEvent.AccountReopened;
import ledger.domain.account.AnnexNote;
import ledger.domain.recognition.Award;
import ledger.domain.recognition.ComplaintEvent.ComplaintClosed;
import ledger.domain.recognition.ComplaintEvent.ComplaintRaised;
import ledger.domain.recognition.FalseHoursEvent.FalseHoursFound;
import ledger.domain.recognition.FalseHoursEvent.FalseHoursReported;
import ledger.domain.recognition.HonourEvent.HonourRecorded;
import ledger.domain.recognition.HonourEvent.HonourRevoked;
import ledger.domain.recognition.HonourOrigin;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.RecognitionEvent.RecognitionWithdrawn;
import ledger.domain.recognition.Schemes;
import ledger.domain.recognition.Verdict;
import ledger.domain.recognition.Verdict.Status;
import ledger.projections.Facts;
import ledger.projections.TestViews;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.replay.Replay;
import ledger.projections.replay.ReplayScope;
import ledger.projections.volunteer.VolunteerProjection;
import ledger.projections.volunteer.VolunteerReader;

import static ledger.projections.Facts.enrolled;
import static org.assertj.core.api.Assertions.assertThat;

/** What is held by whom, and who is barred, at every position; a replay says the same. */
class HeldRecognitionsTest {

    private static final String STARS = "cn-cyl-star";
    private static final SchemeShelf GATED = new SchemeShelf(new Schemes(List.of(Schemes.parse("""
            id: gated
            version: "1"
            effectiveFrom: 2020-01-01
            title: {zh: 方案, en: Scheme}
            confidence: invented
            source: test
            window: {kind: lifetime}
            bands:
              - levels: [{id: one, governmentHonours: 1, noOpenComplaint: true, title: {zh: 一级, en: One}}]
            """))), Set.of("gated"));

    private final Facts facts = new Facts();
    private TestViews.Session views;

    @BeforeEach
    void begin() {
        views = TestViews.empty();
    }

    @Test
    void r5_whatWasConferredOnANumberGivenUpIsHeldByTheOneThatRemains() {
        RecognitionConferred conferred = new RecognitionConferred(
                "recognitions-1", "recognition-1",
                "volunteer-wu", STARS, "2013-11", "star1", "all", "", 6000, 2, Facts.RECORDED_ON,
                "digest", "organization-1", Facts.RECORDED_ON);
        follow(
                STARS, enrolled("li", "2025-01-01"), enrolled("wu", "2025-01-01"), conferred,
                new AccountAbsorbed("account-li", "merge-1", "account-wu", List.of(), Facts.RECORDED_ON));
        RecognitionReader reader = reader(STARS);
        assertThat(reader.awards("volunteer-li", 3)).as("before they were one").isEmpty();
        assertThat(reader.awards("volunteer-li", 4)).extracting(Award::level).containsExactly("star1");
        assertThat(reader.conferredOn("volunteer-li", EntryReader.NOW)).containsExactly(conferred);
        assertThat(replayed("volunteer-li")).isEqualTo(reader.awards("volunteer-li", 4)).isNotEmpty();
        assertThat(reader.kept("volunteer-li", STARS)).contains(now(reader));
        follow(STARS, new RecognitionWithdrawn(
                "recognitions-1", "recognition-1",
                "volunteer-wu", STARS, "hours-corrected", null, "organization-1", Facts.RECORDED_ON));
        assertThat(reader.awards("volunteer-li", EntryReader.NOW)).isEmpty();
        assertThat(reader.awards("volunteer-li", 4)).as("as known then").hasSize(1);
        assertThat(reader.kept("volunteer-li", STARS)).contains(now(reader));
        follow(
                STARS, conferred,
                new AccountReopened("account-wu", "merge-1", "account-li", Facts.RECORDED_ON));
        assertThat(reader.awards("volunteer-li", EntryReader.NOW)).isEmpty();
        assertThat(reader.awards("volunteer-wu", EntryReader.NOW)).hasSize(1);
        assertThat(replayed("volunteer-li")).isEmpty();
        assertThat(replayed("volunteer-wu")).hasSize(1);
        assertThat(reader.kept("volunteer-li", STARS)).contains(now(reader));
    }

    @Test
    void r25_falseHoursBarFromTheDayTheyAreFoundAndChangeNothingOfBefore() {
        follow(
                "cn-gd-star", enrolled("li", "2025-01-01"),
                new FalseHoursReported(
                        "case-1", "volunteer-li", List.of("entry-a"), "never-served", null, 2, "token-a",
                        "organization-1", Facts.RECORDED_ON),
                new FalseHoursFound("case-1", "volunteer-li", 2, null, "organization-1", Facts.RECORDED_ON));
        RecognitionReader reader = reader("cn-gd-star");
        assertThat(reader.kept("volunteer-li", "cn-gd-star").orElseThrow().status()).isEqualTo(Status.BARRED);
        assertThat(reader.verdicts("volunteer-li", Facts.RECORDED_ON, EntryReader.NOW).getFirst().barredUntil())
                .contains(Facts.RECORDED_ON.plusYears(2).minusDays(1));
        assertThat(reader.verdicts("volunteer-li", Facts.RECORDED_ON, 2).getFirst().status())
                .as("while it was only reported").isEqualTo(Status.OPEN);
        assertThat(reader.verdicts("volunteer-li", Facts.RECORDED_ON.minusDays(1), EntryReader.NOW).getFirst().status())
                .as("the day before").isEqualTo(Status.OPEN);
        assertThat(Replay.of(facts, new ReplayScope.Everything(), 3, reached -> { }).falseHours("volunteer-li"))
                .isEqualTo(reader.falseHours("volunteer-li", 3)).hasSize(1);
        assertThat(reader.reports(FalseHoursView.State.FOUND, 10)).hasSize(1);
        assertThat(reader.reports(FalseHoursView.State.REPORTED, 10)).isEmpty();
    }

    @Test
    void f18_honoursAndComplaintsOpenAndCloseALevelAndGoWithTheNumber() {
        LocalDate day = Facts.RECORDED_ON;
        AnnexNote note = new AnnexNote("note-1", "digest-1");
        HonourRecorded honour = new HonourRecorded(
                "honour-1", "volunteer-wu", HonourOrigin.GOVERNMENT, "先进个人", "金江区人民政府", day, note, null, null,
                "organization-1", day);
        followGated(
                enrolled("li", "2025-01-01"), enrolled("wu", "2025-01-01"), honour,
                new ComplaintRaised("complaint-1", "volunteer-wu", null, note, "token-a", day));
        assertThat(gated("volunteer-wu", 4).reached()).isEmpty();
        assertThat(gated("volunteer-wu", 3).reached()).as("as known before").containsExactly("one");
        followGated(new ComplaintClosed("complaint-1", "volunteer-wu", false, note, "organization-2", day));
        assertThat(gated("volunteer-wu", 5).reached()).containsExactly("one");
        assertThat(gatedReader().kept("volunteer-wu", "gated").orElseThrow().level()).contains("one");
        followGated(new AccountAbsorbed("account-li", "merge-1", "account-wu", List.of(), day));
        assertThat(gated("volunteer-li", 6).reached()).containsExactly("one");
        assertThat(gated("volunteer-li", 5).reached()).isEmpty();
        followGated(new HonourRevoked("honour-1", "volunteer-wu", "mistake", note, "organization-1", day));
        assertThat(gated("volunteer-li", 7).reached()).isEmpty();
        RecordReader records = new RecordReader(views.jdbc());
        assertThat(records.honoursOf("volunteer-li", 6)).extracting(HonourView::honour).containsExactly(honour);
        assertThat(records.honoursOf("volunteer-li", 7)).isEmpty();
        assertThat(records.complaints(ComplaintView.State.UNFOUNDED, 9)).hasSize(1);
        for (long position = 3; position <= 7; position++) {
            Replay replay = Replay.of(facts, new ReplayScope.Everything(), position, reached -> { });
            for (String volunteer : List.of("volunteer-li", "volunteer-wu")) {
                assertThat(replay.subject(volunteer, GATED.schemes())).as("%s at %d", volunteer, position)
                        .isEqualTo(gatedReader().facts(volunteer, position));
            }
        }
    }

    private Verdict gated(String volunteer, long position) {
        return gatedReader().verdicts(volunteer, Facts.RECORDED_ON, position).getFirst();
    }

    private RecognitionReader gatedReader() {
        return reader(GATED);
    }

    private void followGated(Fact... told) {
        follow(GATED, told);
    }

    private List<Award> replayed(String volunteer) {
        return Replay.of(facts, new ReplayScope.Everything(), Long.MAX_VALUE, reached -> { })
                .awards(volunteer, Schemes.shipped());
    }

    private Eligibility now(RecognitionReader reader) {
        return Eligibility.of(
                "volunteer-li", reader.verdicts("volunteer-li", Facts.RECORDED_ON, EntryReader.NOW).getFirst(),
                facts.head());
    }

    private RecognitionReader reader(String scheme) {
        return reader(shelf(scheme));
    }

    private RecognitionReader reader(SchemeShelf shelf) {
        return new RecognitionReader(
                views.jdbc(), new EntryReader(views.jdbc()), new VolunteerReader(views.jdbc()), shelf,
                BirthDates.UNKNOWN);
    }

    private static SchemeShelf shelf(String scheme) {
        return new SchemeShelf(Schemes.shipped(), Set.of(scheme));
    }

    private void follow(String scheme, Fact... told) {
        follow(shelf(scheme), told);
    }

    private void follow(SchemeShelf shelf, Fact... told) {
        facts.add(told);
        views.follow(new VolunteerProjection(views.jdbc()), facts);
        views.follow(new EntryProjection(views.jdbc()), facts);
        views.follow(
                new EligibilityProjection(
                        views.jdbc(), new EntryReader(views.jdbc()), new VolunteerReader(views.jdbc()), shelf,
                        BirthDates.UNKNOWN, position -> true),
                facts);
    }
}
