package ledger.domain.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ledger.domain.Decision;
import ledger.domain.rulebook.Rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands about days that have nothing to do with each other are decided alike in any order. Several histories, each
 * with days and source records of its own and decided alone, are shuffled into one account.
 */
class UnrelatedCommandsTest {

    private static final Rulebooks RULEBOOKS = Rulebooks.shipped();
    private static final long FIRST_SEED = Long.getLong("ledger.unrelated.seed", 1);
    private static final int SEEDS = 50;
    private static final int HISTORIES = 4;

    /** Sessions are within three days and run at most fifteen hours over midnight. */
    private static final int DAYS_BETWEEN = 6;

    @Test
    void theOrderOfUnrelatedCommandsDoesNotMatter() {
        int refused = 0;
        Set<Class<?>> reached = new HashSet<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            List<AccountHistory> histories = histories(seed);
            for (AccountHistory.Step step : shuffled(histories, new Random(seed))) {
                refused += step.decision() instanceof Decision.Refused ? 1 : 0;
            }
            decidedAlike(histories, seed, new Random(seed));
            decidedAlike(histories, seed, new Random(-seed));
            histories.forEach(history -> history.facts.forEach(fact -> reached.add(fact.getClass())));
        }
        assertThat(refused).isPositive();
        assertThat(reached).as("HourAccountLawsTest sees to it that histories reach every kind").hasSizeGreaterThan(15);
    }

    /** The same shuffle with histories about the same days: the test can tell that order matters there. */
    @Test
    void theOrderOfRelatedCommandsDoesMatter() {
        List<AccountHistory> related = IntStream.range(0, HISTORIES)
                .mapToObj(number -> new AccountHistory(number, "history-" + number + "-", day(0)))
                .toList();
        HourAccount account = new HourAccount();
        assertThat(shuffled(related, new Random(1))).anySatisfy(step ->
                assertThat(decide(account, step.command())).isNotEqualTo(step.decision()));
    }

    private static void decidedAlike(List<AccountHistory> histories, long seed, Random order) {
        HourAccount account = new HourAccount();
        for (AccountHistory.Step step : shuffled(histories, order)) {
            assertThat(decide(account, step.command()))
                    .as("seed %d, %s", seed, step.command())
                    .isEqualTo(step.decision());
        }
    }

    private static Decision<HourAccountEvent> decide(HourAccount account, HourAccountCommand command) {
        Decision<HourAccountEvent> decision = account.decide(command, RULEBOOKS);
        if (decision instanceof Decision.Accepted<HourAccountEvent> accepted) {
            accepted.facts().forEach(account::evolve);
        }
        return decision;
    }

    private static List<AccountHistory> histories(long seed) {
        return IntStream.range(0, HISTORIES)
                .mapToObj(number -> new AccountHistory(
                        seed * HISTORIES + number, "history-" + number + "-", day(number)))
                .toList();
    }

    private static LocalDate day(int number) {
        return LocalDate.parse("2026-02-07").plusDays((long) number * DAYS_BETWEEN);
    }

    /** All steps of all histories by chance, those of one history in their order. */
    private static List<AccountHistory.Step> shuffled(List<AccountHistory> histories, Random random) {
        int[] at = new int[histories.size()];
        List<AccountHistory.Step> steps = new ArrayList<>();
        List<Integer> going = new ArrayList<>(IntStream.range(0, histories.size()).boxed().toList());
        while (!going.isEmpty()) {
            int chosen = going.get(random.nextInt(going.size()));
            steps.add(histories.get(chosen).steps.get(at[chosen]++));
            if (at[chosen] == histories.get(chosen).steps.size()) {
                going.remove((Integer) chosen);
            }
        }
        return steps;
    }
}
