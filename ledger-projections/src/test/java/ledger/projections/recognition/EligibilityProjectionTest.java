package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.Digest;
import ledger.domain.account.HourAccountEvent.ServiceRated;
import ledger.domain.account.Rating;
import ledger.domain.recognition.Award;
import ledger.domain.recognition.RecognitionEvent.RecognitionConferred;
import ledger.domain.recognition.RecognitionEvent.SchemePublished;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Schemes;
import ledger.domain.recognition.Verdict;
import ledger.domain.recognition.Verdict.Counted;
import ledger.domain.recognition.Verdict.Missing;
import ledger.domain.recognition.Verdict.NotCounted;
import ledger.domain.recognition.Verdict.Reason;
import ledger.projections.Facts;
import ledger.projections.TestViews;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.volunteer.VolunteerProjection;
import ledger.projections.volunteer.VolunteerReader;

import static ledger.projections.Facts.certified;
import static ledger.projections.Facts.corrected;
import static ledger.projections.Facts.enrolled;
import static ledger.projections.Facts.recorded;
import static ledger.projections.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EligibilityProjectionTest {

    private static final String STARS = "cn-cyl-star";
    private static final String AGES = "us-pvsa";
    private static final SchemeShelf SHELF = new SchemeShelf(Schemes.shipped(), Set.of(STARS, AGES));

    private final Facts facts = new Facts();
    private TestViews.Session views;
    private EntryReader entries;
    private VolunteerReader volunteers;

    @BeforeEach
    void begin() {
        views = TestViews.empty();
        entries = new EntryReader(views.jdbc());
        volunteers = new VolunteerReader(views.jdbc());
    }

    @Test
    void r21_theWholeExplanationOfAKeptVerdictIsEvaluatedWhenAsked() {
        follow(
                enrolled("li", "2026-03-01"),
                recorded("li", "before", time("2026-02-28T09:00", 300)),
                recorded("li", "a", time("2026-03-02T09:00", 400)),
                recorded("li", "b", time("2026-03-03T09:00", 100)),
                certified("li", "before", 300),
                certified("li", "a", 400));
        Verdict verdict = reader(BirthDates.UNKNOWN)
                .verdicts("volunteer-li", Facts.RECORDED_ON, EntryReader.NOW).getFirst();
        assertThat(verdict.counted()).containsExactly(new Counted("entry-a", LocalDate.parse("2026-03-02"), 400));
        assertThat(verdict.notCounted()).containsExactly(
                new NotCounted("entry-before", LocalDate.parse("2026-02-28"), 300, Reason.BEFORE_REGISTRATION),
                new NotCounted("entry-b", LocalDate.parse("2026-03-03"), 100, Reason.IN_NOTICE));
        assertThat(verdict.next()).get().extracting(Missing::level, Missing::minutes, Missing::inNoticeMinutes)
                .containsExactly("star1", 5600, 100);
        assertThat(reader(BirthDates.UNKNOWN).kept("volunteer-li", STARS))
                .contains(Eligibility.of("volunteer-li", verdict, facts.head()));
    }

    @Test
    void r21_aLevelIsReachedAtExactlyItsMinutesAndThenListed() {
        follow(enrolled("li", "2025-01-01"));
        String[] days = {"2025-02-01", "2025-02-02", "2025-02-03", "2025-02-04", "2025-02-05"};
        for (String day : days) {
            follow(recorded("li", day, time(day + "T01:00", 1200)), certified("li", day, 1200));
        }
        assertThat(reader(BirthDates.UNKNOWN).reached(STARS, 10)).containsExactly(new Eligibility(
                "volunteer-li", STARS, "2013-11", Verdict.Status.OPEN, Optional.of("star1"), List.of("star1"), 6000,
                Optional.of("star2"), 12_000, Optional.of(Facts.RECORDED_ON.plusDays(9)), evidence(days),
                Facts.RECORDED_ON, facts.head()));
    }

    @Test
    void r24_aCorrectionIsEvaluatedAnew() {
        follow(
                enrolled("li", "2025-01-01"),
                recorded("li", "a", time("2025-02-01T09:00", 400)),
                certified("li", "a", 400));
        facts.on("2026-03-20");
        follow(corrected("li", "a", time("2025-02-01T09:00", 40), 400));
        Eligibility kept = reader(BirthDates.UNKNOWN).kept("volunteer-li", STARS).orElseThrow();
        assertThat(kept.minutes()).isEqualTo(40);
        assertThat(kept.asOf()).isEqualTo("2026-03-20");
    }

    @Test
    void r22_agesComeFromTheVaultAndAreUnknownWithoutIt() {
        BirthDates born = ids -> Map.of("volunteer-li", LocalDate.parse("2008-01-01"));
        facts.on("2025-01-15").add(
                enrolled("li", "2024-01-01"),
                recorded("li", "a", time("2025-01-11T09:00", 60)),
                certified("li", "a", 60));
        followAll(born);
        assertThat(reader(born).kept("volunteer-li", AGES).orElseThrow().status()).isEqualTo(Verdict.Status.OPEN);
        views = TestViews.empty();
        followAll(BirthDates.UNKNOWN);
        assertThat(reader(born).kept("volunteer-li", AGES).orElseThrow().status())
                .isEqualTo(Verdict.Status.AGE_UNKNOWN);
    }

    @Test
    void waitsForTheEntriesAndStoresNothingWithoutThem() {
        facts.add(enrolled("li", "2025-01-01"), recorded("li", "a", time("2025-02-01T09:00", 400)));
        var impatient = new EligibilityProjection(
                views.jdbc(), entries, volunteers, SHELF, BirthDates.UNKNOWN, position -> false);
        assertThatThrownBy(() -> views.follow(impatient, facts)).hasMessageContaining("up to position 2");
        assertThat(views.position(EligibilityProjection.ROOM)).isZero();
        assertThat(reader(BirthDates.UNKNOWN).kept("volunteer-li", STARS)).isEmpty();
    }

    @Test
    void whatWasConferredIsKeptAsItWasSaid() {
        RecognitionConferred conferred = new RecognitionConferred(
                "recognitions-1", "recognition-1",
                "volunteer-li", STARS, "2013-11", "star1", "all", "", 6000, 12, Facts.RECORDED_ON, "digest",
                "organization-1", Facts.RECORDED_ON);
        follow(enrolled("li", "2025-01-01"), conferred);
        assertThat(reader(BirthDates.UNKNOWN).conferredOn("volunteer-li", EntryReader.NOW)).containsExactly(conferred);
        assertThat(reader(BirthDates.UNKNOWN).conferredOn("volunteer-wu", EntryReader.NOW)).isEqualTo(List.of());
    }

    @Test
    void r21_aVersionPublishedMakesTheShelfLookAgain() {
        Set<String> editions = new HashSet<>();
        SchemeShelf shelf = new SchemeShelf(() -> new SchemeShelf.Stock(Schemes.shipped(), editions));
        editions.add("cn-fj-star/2013");
        assertThat(shelf.inUse()).isEmpty();
        facts.add(
                enrolled("li", "2025-01-01"),
                new SchemePublished("cn-fj-star", "2013", LocalDate.parse("2013-01-01"), "digest"),
                recorded("li", "a", time("2025-02-01T09:00", 400)),
                certified("li", "a", 400));
        views.follow(new VolunteerProjection(views.jdbc()), facts);
        views.follow(new EntryProjection(views.jdbc()), facts);
        views.follow(new EligibilityProjection(
                views.jdbc(), entries, volunteers, shelf, BirthDates.UNKNOWN, position -> true), facts);
        assertThat(reader(BirthDates.UNKNOWN).kept("volunteer-li", "cn-fj-star").orElseThrow().minutes())
                .isEqualTo(400);
    }

    @Test
    void r19_ratingsAreSeenByTheViewAsByTheReader() {
        Scheme rated = Schemes.parse("""
                id: rated
                version: "1"
                effectiveFrom: 2020-01-01
                title: {zh: 好评, en: Rated}
                confidence: invented
                source: test
                window: {kind: lifetime}
                bands: [{levels: [{id: good, ratingPercent: 80, title: {zh: 好, en: Good}}]}]
                """);
        SchemeShelf shelf = new SchemeShelf(new Schemes(List.of(rated)), Set.of("rated"));
        facts.add(
                enrolled("li", "2025-01-01"),
                recorded("li", "a", time("2025-02-01T09:00", 400)),
                certified("li", "a", 400),
                new ServiceRated(
                        "account-li", "entry-a", new Rating(5, 4, Rating.By.RECIPIENT, Facts.RECORDED_ON),
                        Facts.RECORDER));
        views.follow(new VolunteerProjection(views.jdbc()), facts);
        views.follow(new EntryProjection(views.jdbc()), facts);
        views.follow(new EligibilityProjection(
                views.jdbc(), entries, volunteers, shelf, BirthDates.UNKNOWN, position -> true), facts);
        RecognitionReader reader = new RecognitionReader(views.jdbc(), entries, volunteers, shelf, BirthDates.UNKNOWN);
        assertThat(reader.kept("volunteer-li", "rated").orElseThrow().level()).contains("good");
        assertThat(reader.kept("volunteer-li", "rated"))
                .contains(now(reader));
    }

    @Test
    void r23_whatIsConferredChangesWhatMayBeConferredNext() {
        SchemeShelf sequential = new SchemeShelf(Schemes.shipped(), Set.of("cn-sc-star"));
        facts.add(enrolled("li", "2025-01-01"), new RecognitionConferred(
                "recognitions-1", "recognition-1",
                "volunteer-li", "cn-sc-star", "2021", "star1", "all", "", 6000, 12, Facts.RECORDED_ON,
                "digest", "organization-1", Facts.RECORDED_ON));
        views.follow(new VolunteerProjection(views.jdbc()), facts);
        views.follow(new EntryProjection(views.jdbc()), facts);
        views.follow(new EligibilityProjection(
                views.jdbc(), entries, volunteers, sequential, BirthDates.UNKNOWN, position -> true), facts);
        RecognitionReader reader =
                new RecognitionReader(views.jdbc(), entries, volunteers, sequential, BirthDates.UNKNOWN);
        assertThat(reader.kept("volunteer-li", "cn-sc-star")).contains(now(reader));
        assertThat(reader.awards("volunteer-li", 1)).as("before it was conferred").isEmpty();
        assertThat(reader.awards("volunteer-li", 2)).extracting(Award::level).containsExactly("star1");
    }

    private Eligibility now(RecognitionReader reader) {
        return Eligibility.of(
                "volunteer-li", reader.verdicts("volunteer-li", Facts.RECORDED_ON, EntryReader.NOW).getFirst(),
                facts.head());
    }

    private static String evidence(String... days) {
        return Digest.of(Arrays.stream(days).map(day -> "entry-" + day + "=1200").toArray(String[]::new));
    }

    private RecognitionReader reader(BirthDates born) {
        return new RecognitionReader(views.jdbc(), entries, volunteers, SHELF, born);
    }

    private void follow(ledger.domain.Fact... told) {
        facts.add(told);
        followAll(BirthDates.UNKNOWN);
    }

    private void followAll(BirthDates born) {
        views.follow(new VolunteerProjection(views.jdbc()), facts);
        views.follow(new EntryProjection(views.jdbc()), facts);
        views.follow(
                new EligibilityProjection(views.jdbc(), entries, volunteers, SHELF, born, position -> true), facts);
    }
}
