package ledger.projections;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static ledger.projections.Facts.recorded;
import static ledger.projections.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** However many lanes read, ranges come in order and whole. */
class FactRangesTest {

    private final Facts facts = new Facts();

    private void lived(int count) {
        for (int i = 0; i < count; i++) {
            facts.add(recorded("li", "e" + i, time("2026-03-07T09:00", 60)));
        }
    }

    @Test
    void everyFactComesOnceAndInOrderByAnyNumberOfLanes() {
        lived(3 * FactRanges.RANGE + 17);
        for (int lanes : new int[] {1, 2, 7}) {
            List<Long> positions = new ArrayList<>();
            new FactRanges(facts, lanes).read(5, facts.head() - 3, range -> range.forEach(
                    fact -> positions.add(fact.position())));
            assertThat(positions).hasSize((int) facts.head() - 8).isSorted().doesNotHaveDuplicates()
                    .startsWith(6L).endsWith(facts.head() - 3);
        }
    }

    @Test
    void whoeverFoldsCanEndIt() {
        lived(5 * FactRanges.RANGE);
        List<Integer> sizes = new ArrayList<>();
        assertThatThrownBy(() -> new FactRanges(facts, 2).read(0, facts.head(), range -> {
            sizes.add(range.size());
            throw new IllegalStateException("enough");
        })).hasMessage("enough");
        assertThat(sizes).containsExactly(FactRanges.RANGE);
    }

    @Test
    void aRangeThatIsNotWholeIsNoticed() {
        lived(10);
        assertThatThrownBy(() -> new FactRanges(facts, 2).read(0, 11, range -> { }))
                .hasMessage("the order has a gap between 0 and 11");
    }
}
