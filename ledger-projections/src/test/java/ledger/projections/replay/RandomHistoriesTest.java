package ledger.projections.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import ledger.domain.account.AccountMergeEvent;
import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;
import ledger.domain.account.HourAccountEvent;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Schemes;
import ledger.domain.recognition.SubjectFacts;
import ledger.projections.Facts;
import ledger.projections.RecordedFact;
import ledger.projections.TestViews;
import ledger.projections.account.EntryFold;
import ledger.projections.account.EntryProjection;
import ledger.projections.account.EntryReader;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.FindCertifiedMinutes.CertifiedMinutes;
import ledger.projections.account.HistoryItem;
import ledger.projections.account.HistoryReader;
import ledger.projections.account.HourTotals;
import ledger.projections.account.ServedDays;
import ledger.projections.account.ServiceSums;
import ledger.projections.statement.HourStatement.RecordingUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** R28, on many histories made by chance from a printed seed: what lives is what a replay gives, at any position. */
class RandomHistoriesTest {

    private static final int HISTORIES = 25;
    private static final ServedDays SOME_DAYS =
            new ServedDays(Facts.RECORDED_ON.plusDays(5), Facts.RECORDED_ON.plusDays(11));
    private static final List<Scheme> SCHEMES = Schemes.shipped().all();

    @Test
    void r28_theLiveViewKnowsAtEveryPositionWhatTheFactsUpToItSay() {
        eachHistory(history -> {
            for (long position = 0; position <= history.facts().head(); position++) {
                for (String account : RandomHistory.ACCOUNTS) {
                    assertThat(history.reader().entriesOf(account, position))
                            .as("%s at position %d", account, position)
                            .isEqualTo(folded(history.facts().all(), account, position));
                }
            }
        });
    }

    @Test
    void r28_aReplayUpToAnyPositionIsTheAccountAsKnownThere() {
        eachHistory(history -> {
            for (long position = 0; position <= history.facts().head(); position += 9) {
                Replay replay = Replay.of(history.facts(), new ReplayScope.Everything(), position, reached -> { });
                assertThat(replay.position()).isEqualTo(position);
                for (String account : RandomHistory.ACCOUNTS) {
                    String volunteer = ledger.domain.LedgerIds.volunteerOf(account);
                    List<EntryVersion> live = history.reader().entriesOf(account, position);
                    assertThat(replayed(volunteer, replay.entriesOf(volunteer), position).digest())
                            .isEqualTo(replayed(volunteer, live, position).digest());
                    assertThat(replay.entriesOf(volunteer)).containsExactlyInAnyOrderElementsOf(live);
                }
            }
        });
    }

    @Test
    void r19_ratingsAndLearningNeverChangeCertifiedMinutes() {
        AtomicInteger leftOut = new AtomicInteger();
        eachHistory(history -> {
            List<RecordedFact> without = history.facts().all().stream()
                    .filter(fact -> !(fact.fact() instanceof HourAccountEvent.ServiceRated)
                            && !(fact.fact() instanceof HourAccountEvent.HeldServiceKeptAsTraining))
                    .toList();
            leftOut.addAndGet(history.facts().all().size() - without.size());
            for (long position = 0; position <= history.facts().head(); position += 5) {
                for (String account : RandomHistory.ACCOUNTS) {
                    assertThat(certifiedMinutes(without, account, position)).as("%s at %d", account, position)
                            .isEqualTo(certifiedMinutes(history.facts().all(), account, position));
                }
            }
        });
        assertThat(leftOut.get()).as("ratings and learning in all histories").isPositive();
    }

    private static int certifiedMinutes(List<RecordedFact> facts, String account, long position) {
        return HourTotals.of(folded(facts, account, position), Set.of()).certifiedMinutes();
    }

    @Test
    void r28_asManyChangesAsFactsAndNoneIsLostFromHistory() {
        eachHistory(history -> {
            List<Long> told = history.facts().all().stream()
                    .filter(fact -> fact.fact() instanceof HourAccountEvent)
                    .map(RecordedFact::position)
                    .toList();
            List<Long> shown = history.entryIds().stream()
                    .flatMap(entry -> history.told().of(entry).stream())
                    .map(HistoryItem::position)
                    .sorted()
                    .toList();
            assertThat(shown).isEqualTo(told);
        });
    }

    @Test
    void minutesByOrganizationAreMinutesByVolunteerAtEveryPosition() {
        eachHistory(history -> {
            for (long position = 0; position <= history.facts().head(); position += 7) {
                List<EntryVersion> all = new ArrayList<>();
                for (String account : RandomHistory.ACCOUNTS) {
                    all.addAll(history.reader().entriesOf(account, position));
                }
                assertThat(all).extracting(EntryVersion::entryId).doesNotHaveDuplicates();
                HourTotals totals = HourTotals.of(all, Set.of());
                assertThat(totals.byOrganization().values().stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(totals.certifiedMinutes());
            }
            long now = RandomHistory.ACCOUNTS.stream()
                    .flatMap(account -> history.reader().entriesOf(account, EntryReader.NOW).stream())
                    .filter(entry -> entry.state() == EntryState.CERTIFIED)
                    .mapToLong(entry -> entry.time().minutes())
                    .sum();
            Map<String, Long> byOrganization =
                    history.reader().certifiedMinutesByOrganization(ServedDays.ALL, EntryReader.NOW);
            assertThat(byOrganization.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(now);
            for (ServedDays days : List.of(ServedDays.ALL, SOME_DAYS)) {
                CertifiedMinutes looked = history.reader().certified(days, EntryReader.NOW);
                CertifiedMinutes kept = history.sums().certified(days);
                assertThat(kept.byOrganization()).isEqualTo(looked.byOrganization());
                assertThat(kept.byCategory()).isEqualTo(looked.byCategory());
                assertThat(kept.position()).isEqualTo(history.facts().head());
            }
        });
    }

    @Test
    void theHistoriesReachEveryKindOfFactOfAnAccount() {
        Set<Class<?>> reached = new HashSet<>();
        for (long seed = 1; seed <= HISTORIES; seed++) {
            new RandomHistory(seed).facts().all().forEach(fact -> reached.add(fact.fact().getClass()));
        }
        assertThat(reached)
                .contains(HourAccountEvent.class.getPermittedSubclasses())
                .contains(AccountMergeEvent.class.getPermittedSubclasses());
    }

    @Test
    void aGapInTheOrderIsNoticed() {
        List<RecordedFact> all = new RandomHistory(1).facts().all();
        List<RecordedFact> gapped = new ArrayList<>(all);
        gapped.remove(5);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Replay.of(
                        new ledger.projections.FactSource() {
                            @Override
                            public List<RecordedFact> after(long position, int limit) {
                                return gapped;
                            }

                            @Override
                            public long head() {
                                return all.size();
                            }
                        },
                        new ReplayScope.Everything(),
                        Long.MAX_VALUE,
                        reached -> { }))
                .hasMessageContaining("the order has a gap between 0 and " + all.size());
    }

    private record Lived(Facts facts, EntryReader reader, HistoryReader told, ServiceSums sums, Set<String> entryIds) {}

    private static void eachHistory(Consumer<Lived> law) {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            try {
                RandomHistory history = new RandomHistory(seed);
                TestViews.Session views = TestViews.empty();
                int batch = 1 + new Random(seed).nextInt(30);
                views.follow(new EntryProjection(views.jdbc()), history.facts().inBatchesOf(batch));
                law.accept(new Lived(
                        history.facts(), new EntryReader(views.jdbc()),
                        new HistoryReader(views.jdbc(), history.facts()), new ServiceSums(views.jdbc()),
                        history.entryIds()));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("the law does not hold for seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** The entries of an account after the facts up to a position, by nothing but the fold. */
    private static List<EntryVersion> folded(List<RecordedFact> facts, String account, long position) {
        Map<String, EntryVersion> entries = new TreeMap<>();
        for (RecordedFact fact : facts) {
            if (fact.position() <= position && fact.fact() instanceof HourAccountEvent event) {
                entries.compute(event.entryId(), (id, before) -> EntryFold.apply(before, event, fact.position()));
            }
        }
        return entries.values().stream()
                .filter(entry -> entry.accountId().equals(account))
                .sorted(Comparator.comparing((EntryVersion entry) -> entry.time().servedOn())
                        .thenComparing(EntryVersion::entryId))
                .toList();
    }

    private static ReplayedAccount replayed(String volunteer, List<EntryVersion> entries, long position) {
        return ReplayedAccount.of(
                volunteer, entries, new SubjectFacts(Facts.RECORDED_ON.minusYears(1), java.util.Optional.empty()),
                SCHEMES, Facts.RECORDED_ON, position, Set.of(EvidenceGrade.SYSTEM_TIMED),
                id -> new RecordingUnit(id, id, id));
    }
}
