package ledger.projections.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ledger.domain.account.Activity;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.HourAccountEvent.HeldServiceApproved;
import ledger.domain.activity.ActivityEvent.ActivityPublished;
import ledger.domain.history.FactMetadata;
import ledger.projections.FactSource;
import ledger.projections.Facts;
import ledger.projections.RecordedFact;
import ledger.projections.TestViews;
import ledger.projections.account.SampleReader.Population;
import ledger.projections.account.Signal.Case;
import ledger.projections.account.Signal.Kind;
import ledger.projections.account.SignalReader.Limits;
import ledger.projections.activity.ActivityProjection;
import ledger.projections.log.LogProjection;

import static ledger.projections.Facts.certified;
import static ledger.projections.Facts.recorded;
import static ledger.projections.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;

/** R29: each signal on both sides of what is taken for standing out. */
class SignalReaderTest {

    private static final Set<EvidenceGrade> CREDIT = Set.of(EvidenceGrade.SYSTEM_TIMED);
    private static final Activity PLANTING = new Activity("植树", "greening", "挖坑", "青禾社区", "person-1", "person-2");

    private final Facts facts = new Facts();
    private final Map<Long, Map<String, String>> metadata = new HashMap<>();
    private final Map<Long, Instant> times = new HashMap<>();
    private final TestViews.Session views = TestViews.empty();
    private final SignalReader reader = new SignalReader(views.jdbc());

    @BeforeEach
    void nobodyHasServedYet() {
        facts.add(Facts.enrolled("li", "2026-01-01"));
    }

    @Test
    void entriesThatCameMinutesAfterTheirActivityWasPublished() {
        facts.add(new ActivityPublished(
                "activity-1", Facts.STATION, "A-1", PLANTING.name(), null, null, null, LocalDate.parse("2026-03-07"),
                LocalDate.parse("2026-03-07"), 300, null, null, LocalDate.parse("2026-03-08")));
        at("2026-03-08T10:00:00Z");
        planted("li", "1", "2026-03-07T09:00", 300);
        at("2026-03-08T10:02:30Z");
        planted("wu", "2", "2026-03-07T09:00", 300);
        at("2026-03-08T11:00:00Z");
        facts.add(Facts.recorded("an", "3", time("2026-03-07T09:00", 60)));
        at("2026-03-08T11:00:01Z");

        Signal signal = signal(Kind.SOON_AFTER_PUBLICATION, 60, 50, 3);
        assertThat(signal.cases()).containsExactly(new Case(
                "activity-1", LocalDate.parse("2026-03-07"), LocalDate.parse("2026-03-07"),
                Map.of("entries", 1L, "minutes", 300L, "leastMinutes", 2L), List.of("entry-1")));
        assertThat(signal(Kind.SOON_AFTER_PUBLICATION, 61, 50, 3).figures()).containsEntry("entries", 2L);
        assertThat(signal(Kind.SOON_AFTER_PUBLICATION, 2, 50, 3).cases()).isEmpty();
    }

    @Test
    void rowsOfOneRosterThatSayTheSameOfManyPeople() {
        for (int i = 1; i <= 4; i++) {
            planted("who" + i, "e" + i, "2026-03-07T09:00", i < 4 ? 60 : 61);
            inRoster("submission-1", i + 1);
        }
        assertThat(signal(Kind.IDENTICAL_BATCH, 60, 3, 3).cases()).containsExactly(new Case(
                "submission-1", LocalDate.parse("2026-03-07"), LocalDate.parse("2026-03-07"),
                Map.of("entries", 3L, "volunteers", 3L, "minutesEach", 60L),
                List.of("entry-e1", "entry-e2", "entry-e3")));
        assertThat(signal(Kind.IDENTICAL_BATCH, 60, 4, 3).cases()).isEmpty();
    }

    @Test
    void wholeDaysInARowOfOnePerson() {
        planted("li", "1", "2026-03-05T08:00", 480);
        planted("li", "2", "2026-03-06T08:00", 240);
        planted("li", "3", "2026-03-06T14:00", 240);
        planted("li", "4", "2026-03-07T08:00", 479);
        planted("wu", "5", "2026-03-05T08:00", 480);
        planted("wu", "6", "2026-03-07T08:00", 480);

        assertThat(signal(Kind.ALL_DAY_SERIES, 60, 50, 2).cases()).containsExactly(new Case(
                "volunteer-li", LocalDate.parse("2026-03-05"), LocalDate.parse("2026-03-06"),
                Map.of("days", 2L, "minutes", 960L, "entries", 3L), List.of("entry-1", "entry-2", "entry-3")));
        assertThat(signal(Kind.ALL_DAY_SERIES, 60, 50, 3).cases()).isEmpty();
    }

    @Test
    void theShareOfHonourHoursInWhatCounts() {
        facts.add(
                recorded("li", "1", time("2026-03-07T09:00", 60)),
                recorded("li", "2", Facts.STATION, PLANTING, EvidenceGrade.ORG_ENTERED, time("2026-03-08T09:00", 90)),
                recorded("li", "3", Facts.STATION, PLANTING, EvidenceGrade.ORG_ENTERED, time("2026-03-09T09:00", 10)),
                certified("li", "1", 60),
                certified("li", "2", 90));

        Signal signal = signal(Kind.HONOUR_SHARE, 60, 50, 3);
        assertThat(signal.figures()).containsEntry("certifiedMinutes", 150L).containsEntry("honourMinutes", 90L);
        assertThat(signal.cases()).singleElement().satisfies(one -> {
            assertThat(one.of()).isEqualTo(Facts.STATION);
            assertThat(one.entryIds()).containsExactly("entry-2");
        });
    }

    @Test
    void whoSentAnEntryInAndApprovedIt() {
        facts.add(
                Facts.held("li", "1", time("2026-03-07T09:00", 60)),
                Facts.held("wu", "2", time("2026-03-07T09:00", 60)));
        approved("li", "1", "token-1");
        approved("wu", "2", "token-2");

        Signal signal = signal(Kind.SELF_APPROVAL, 60, 50, 3);
        assertThat(signal.cases()).singleElement().satisfies(one -> {
            assertThat(one.of()).isEqualTo("token-1");
            assertThat(one.entryIds()).containsExactly("entry-1");
        });
    }

    @Test
    void howLongItTookUntilAnEntryCame() {
        planted("li", "1", "2026-03-07T09:00", 60);
        planted("li", "2", "2026-03-01T09:00", 60);
        planted("li", "3", "2026-03-09T09:00", 60);

        assertThat(signal(Kind.ENTRY_LATENCY, 60, 50, 3).cases()).singleElement().satisfies(one -> {
            assertThat(one.figures()).containsEntry("medianDays", 2L).containsEntry("mostDays", 8L)
                    .containsEntry("late", 0L);
            assertThat(one.entryIds()).containsExactly("entry-2", "entry-1", "entry-3");
        });
    }

    private void planted(String who, String id, String from, int minutes) {
        facts.add(recorded(who, id, Facts.STATION, PLANTING, EvidenceGrade.ORG_ENTERED, time(from, minutes)));
    }

    private void approved(String who, String id, String actor) {
        facts.add(new HeldServiceApproved(
                "account-" + who, "entry-" + id, Facts.RECORDER, Facts.NOTE, Facts.RECORDED_ON, Facts.COUNTS_FROM,
                false, "default-cn/2026-1"));
        metadata.put(facts.head(), Map.of(FactMetadata.ACTOR, actor));
    }

    /** When the last fact was written. */
    private void at(String instant) {
        times.put(facts.head(), Instant.parse(instant));
    }

    private void inRoster(String submission, int row) {
        metadata.put(facts.head(), Map.of(
                FactMetadata.ACTOR, "token-1", FactMetadata.SUBMISSION, submission, FactMetadata.ROW,
                Integer.toString(row)));
    }

    private Signal signal(Kind kind, int withinMinutes, int batch, int seriesDays) {
        FactSource told = told();
        views.follow(new EntryProjection(views.jdbc()), told);
        views.follow(new ActivityProjection(views.jdbc()), told);
        views.follow(new LogProjection(views.jdbc()), told);
        return reader.of(
                        new Population(EntryReader.NOW, null, null, null, null),
                        new Limits(withinMinutes, batch, seriesDays, 480, 20), CREDIT)
                .stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private FactSource told() {
        return new FactSource() {
            @Override
            public List<RecordedFact> after(long position, int limit) {
                return facts.after(position, limit).stream().map(this::told).toList();
            }

            private RecordedFact told(RecordedFact fact) {
                String aggregate = fact.fact() instanceof ActivityPublished e ? e.activityId() : fact.aggregateId();
                return new RecordedFact(
                        fact.position(), times.getOrDefault(fact.position(), fact.recordedAt()), fact.type(), aggregate,
                        metadata.getOrDefault(fact.position(), fact.metadata()), fact.fact());
            }

            @Override
            public long head() {
                return facts.head();
            }
        };
    }
}
