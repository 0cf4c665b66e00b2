package ledger.domain.account;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ledger.domain.account.MergingHistory.Seen;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds however numbers are merged and taken apart, and entries change hands, tried on many seeds. */
class MergingLawsTest {

    private static final int HISTORIES = 300;
    private static final int ROUNDS = 250;

    @Test
    void everyEntryIsInExactlyOneAccountAndItIsTheOneTheFactsName() {
        eachHistory(history -> {
            Map<String, List<String>> expected = history.seen.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue().accountId())));
            assertThat(history.holders()).isEqualTo(expected);
        });
    }

    @Test
    void anEntryIsToTheAccountWhatTheFactsSay() {
        eachHistory(history -> history.accounts.forEach((id, account) -> {
            if (!account.isClosed()) {
                account.brought(List.of()).forEach(entry -> assertThat(
                                new Seen(id, entry.recordedBy(), entry.state(), entry.time()))
                        .isEqualTo(history.seen.get(entry.entryId())));
            }
        }));
    }

    @Test
    void minutesByVolunteerAreMinutesByOrganization() {
        eachHistory(history -> {
            Map<String, Integer> byVolunteer = minutes(history, Seen::accountId);
            Map<String, Integer> byOrganization = minutes(history, Seen::recordedBy);
            assertThat(sum(byVolunteer)).isEqualTo(sum(byOrganization));
            int inAccounts = history.accounts.values().stream()
                    .filter(account -> !account.isClosed())
                    .flatMap(account -> account.brought(List.of()).stream())
                    .filter(entry -> entry.state() == EntryState.CERTIFIED)
                    .mapToInt(entry -> entry.time().minutes())
                    .sum();
            assertThat(inAccounts).isEqualTo(sum(byVolunteer));
        });
    }

    @Test
    void r10_noTwoStandingEntriesOfOneAccountOverlap() {
        eachHistory(history -> history.seen.values().stream()
                .filter(entry -> entry.state().isStanding())
                .collect(Collectors.groupingBy(Seen::accountId))
                .values()
                .forEach(MergingLawsTest::assertNoOverlap));
    }

    @Test
    void theHistoriesReachEveryKindOfMergeAndTransfer() {
        Set<Class<?>> reached = new HashSet<>();
        eachHistory(history -> history.facts.forEach(fact -> {
            reached.add(fact.getClass());
            if (fact instanceof HourAccountEvent.ServiceTakenOver taken && !taken.conflicts().isEmpty()) {
                reached.add(Hold.class);
            }
        }));
        assertThat(reached)
                .contains(AccountMergeEvent.class.getPermittedSubclasses())
                .contains(
                        HourAccountEvent.ServiceTakenOver.class, HourAccountEvent.ServiceTransferred.class, Hold.class);
    }

    private static void eachHistory(Consumer<MergingHistory> law) {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            try {
                law.accept(new MergingHistory(seed, ROUNDS));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("the law does not hold for seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static Map<String, Integer> minutes(MergingHistory history, Function<Seen, String> by) {
        return history.seen.values().stream()
                .filter(entry -> entry.state() == EntryState.CERTIFIED)
                .collect(Collectors.groupingBy(by, Collectors.summingInt(entry -> entry.time().minutes())));
    }

    private static int sum(Map<String, Integer> minutes) {
        return minutes.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void assertNoOverlap(List<Seen> standing) {
        List<ServedTime> byStart = standing.stream()
                .map(Seen::time)
                .sorted(java.util.Comparator.comparing(ServedTime::fromMinute))
                .toList();
        Stream.iterate(1, i -> i < byStart.size(), i -> i + 1).forEach(i ->
                assertThat(byStart.get(i).fromMinute()).isGreaterThanOrEqualTo(byStart.get(i - 1).toMinute()));
    }
}
