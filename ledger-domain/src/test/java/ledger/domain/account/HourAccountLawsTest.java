package ledger.domain.account;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import ledger.domain.rulebook.Rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every history, tried on many made by chance from a printed seed. */
class HourAccountLawsTest {

    private static final Rulebooks RULEBOOKS = Rulebooks.shipped();
    private static final int HISTORIES = 200;

    @Test
    void r10_noTwoStandingEntriesEverOverlap() {
        eachHistory(history -> history.afterEachFact((seen, fact) -> assertNoOverlap(seen)));
    }

    @Test
    void r11_noDayGrowsOverTheLimitOfTheOneWhoDecided() {
        eachHistory(history -> history.afterEachFact((seen, fact) -> {
            if (tookTime(fact) && seen.get(fact.entryId()).state().isStanding()) {
                int limit = limitFor(fact);
                seen.get(fact.entryId()).time().minutesByDay().keySet()
                        .forEach(day -> assertThat(minutesOn(day, seen)).isLessThanOrEqualTo(limit));
            }
        }));
    }

    @Test
    void r18_standingMinutesAreNeverNegative() {
        eachHistory(history -> history.afterEachFact((seen, fact) ->
                assertThat(seen.values()).allMatch(entry -> entry.time().minutes() >= 1)));
    }

    @Test
    void r9_noEntryBeginsTwice() {
        eachHistory(history -> {
            Set<String> begun = new HashSet<>();
            history.facts.stream()
                    .filter(fact -> fact instanceof HourAccountEvent.ServiceRecorded
                            || fact instanceof HourAccountEvent.ServiceHeld
                            || fact instanceof HourAccountEvent.TrainingRecorded)
                    .forEach(fact -> assertThat(begun.add(fact.entryId())).as(fact.entryId()).isTrue());
        });
    }

    @Test
    void r28_replayingTheFactsGivesTheSameDecisions() {
        eachHistory(history -> {
            HourAccount replayed = new HourAccount();
            int at = 0;
            for (AccountHistory.Step step : history.steps) {
                for (; at < step.factsBefore(); at++) {
                    replayed.evolve(history.facts.get(at));
                }
                assertThat(replayed.decide(step.command(), RULEBOOKS)).isEqualTo(step.decision());
            }
        });
    }

    @Test
    void r28_anyPrefixReplays() {
        eachHistory(history -> {
            Random random = new Random(history.seed);
            for (int i = 0; i < 10; i++) {
                AccountHistory.Step step = history.steps.get(random.nextInt(history.steps.size()));
                HourAccount replayed = new HourAccount();
                history.facts.subList(0, step.factsBefore()).forEach(replayed::evolve);
                assertThat(replayed.decide(step.command(), RULEBOOKS)).isEqualTo(step.decision());
            }
        });
    }

    @Test
    void theHistoriesReachEveryKindOfFact() {
        Set<Class<?>> reached = new HashSet<>();
        eachHistory(history -> history.facts.forEach(fact -> reached.add(fact.getClass())));
        // What another account hands over is tried by MergingLawsTest.
        reached.add(HourAccountEvent.ServiceTakenOver.class);
        assertThat(reached).containsExactlyInAnyOrder(HourAccountEvent.class.getPermittedSubclasses());
    }

    private static void eachHistory(Consumer<AccountHistory> law) {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            try {
                law.accept(new AccountHistory(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("the law does not hold for seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static void assertNoOverlap(Map<String, AccountHistory.Seen> seen) {
        List<AccountHistory.Seen> standing = seen.values().stream()
                .filter(entry -> entry.state().isStanding() && entry.time().hasInterval())
                .toList();
        for (int i = 0; i < standing.size(); i++) {
            for (int j = i + 1; j < standing.size(); j++) {
                ServedTime one = standing.get(i).time();
                ServedTime other = standing.get(j).time();
                assertThat(one.fromMinute() < other.toMinute() && other.fromMinute() < one.toMinute())
                        .as("%s overlaps %s", one, other)
                        .isFalse();
            }
        }
    }

    private static int minutesOn(LocalDate day, Map<String, AccountHistory.Seen> seen) {
        return seen.values().stream()
                .filter(entry -> entry.state().isStanding())
                .mapToInt(entry -> entry.time().minutesByDay().getOrDefault(day, 0))
                .sum();
    }

    private static boolean tookTime(HourAccountEvent fact) {
        return switch (fact) {
            case HourAccountEvent.ServiceRecorded e -> true;
            case HourAccountEvent.HeldServiceApproved e -> true;
            case HourAccountEvent.ServiceCorrected e -> true;
            case HourAccountEvent.ServiceReinstated e -> e.state().isStanding();
            case HourAccountEvent.ServiceHeld e -> false;
            case HourAccountEvent.TrainingRecorded e -> false;
            case HourAccountEvent.HeldServiceKeptAsTraining e -> false;
            case HourAccountEvent.ServiceRated e -> false;
            case HourAccountEvent.EntryReassessed e -> false;
            case HourAccountEvent.HoldRenewed e -> false;
            case HourAccountEvent.ErrorReported e -> false;
            case HourAccountEvent.ErrorReportDismissed e -> false;
            case HourAccountEvent.HeldServiceDeclined e -> false;
            case HourAccountEvent.ObjectionRaised e -> false;
            case HourAccountEvent.ObjectionUpheld e -> false;
            case HourAccountEvent.ObjectionDismissed e -> false;
            case HourAccountEvent.ServiceCertified e -> false;
            case HourAccountEvent.ServiceRevoked e -> false;
            case HourAccountEvent.ServiceTakenOver e -> false;
            case HourAccountEvent.TransferProposed e -> false;
            case HourAccountEvent.TransferConsented e -> false;
            case HourAccountEvent.TransferEnded e -> false;
            case HourAccountEvent.ServiceTransferred e -> false;
        };
    }

    private static int limitFor(HourAccountEvent fact) {
        Tier tier = switch (fact) {
            case HourAccountEvent.HeldServiceApproved e -> e.officer().tier();
            case HourAccountEvent.ServiceCorrected e -> e.officer().tier();
            case HourAccountEvent.ServiceReinstated e -> e.officer().tier();
            case HourAccountEvent other -> Tier.OWN;
        };
        return switch (tier) {
            case OWN -> 480;
            case PARENT -> 720;
            case AUTHORITY -> Integer.MAX_VALUE;
        };
    }
}
