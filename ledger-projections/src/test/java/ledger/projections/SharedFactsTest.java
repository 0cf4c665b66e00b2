package ledger.projections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import ledger.domain.place.GridEvent.GridMerged;

import static org.assertj.core.api.Assertions.assertThat;

class SharedFactsTest {

    private static final GridMerged MERGED = new GridMerged("grid-1", "grid-2", LocalDate.parse("2026-03-02"));

    private final List<RecordedFact> ledger = new ArrayList<>();
    private int reads;

    private final SharedFacts shared = new SharedFacts(new FactSource() {
        @Override
        public List<RecordedFact> after(long position, int limit) {
            reads++;
            return List.copyOf(ledger.subList((int) position, (int) Math.min(ledger.size(), position + limit)));
        }

        @Override
        public long head() {
            return ledger.size();
        }
    });

    @Test
    void whatOneViewHasReadIsReadForAll() {
        write(1_000);
        for (int view = 0; view < 9; view++) {
            assertThat(positions(shared.after(0, 2_000))).isEqualTo(LongStream.rangeClosed(1, 1_000).boxed().toList());
        }
        assertThat(reads).isEqualTo(1);
        assertThat(shared.after(1_000, 2_000)).isEmpty();
    }

    @Test
    void everyViewSeesEveryFactOnceInOrderWhateverItsPace() {
        long seed = 20261124;
        Random random = new Random(seed);
        long[] reached = new long[5];
        int told = 0;
        for (int round = 0; round < 2_000; round++) {
            write(random.nextInt(40));
            // Some commits are handed on, some late, and what comes from another node is not.
            switch (random.nextInt(3)) {
                case 0 -> shared.written(ledger.subList(told, ledger.size()));
                case 1 -> shared.written(ledger.subList(Math.max(0, ledger.size() - 10), ledger.size()));
                default -> { }
            }
            told = ledger.size();
            int view = random.nextInt(reached.length);
            // The last view is slow and falls far behind the rest.
            int limit = view == reached.length - 1 ? 1 : 1 + random.nextInt(2_000);
            List<RecordedFact> read = shared.after(reached[view], limit);
            List<Long> wanted =
                    LongStream.rangeClosed(1, read.size()).map(step -> reached[view] + step).boxed().toList();
            assertThat(positions(read)).as("seed %d, round %d", seed, round).isEqualTo(wanted);
            assertThat(read.isEmpty()).isEqualTo(reached[view] == ledger.size());
            reached[view] += read.size();
        }
        assertThat(ledger).hasSizeGreaterThan(20_000);
    }

    @Test
    void whatIsHandedOnIsNotRead() {
        write(10);
        shared.after(0, 2_000);
        write(500);
        shared.written(List.copyOf(ledger.subList(10, 510)));
        for (int view = 0; view < 9; view++) {
            assertThat(positions(shared.after(10, 2_000))).isEqualTo(LongStream.rangeClosed(11, 510).boxed().toList());
        }
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void keepsNoMoreThanViewsShareWhileTheyAreSlow() {
        write(1);
        shared.after(0, 2_000);
        write(20_000);
        shared.written(List.copyOf(ledger));
        int before = reads;
        List<Long> seen = new ArrayList<>();
        List<RecordedFact> read = shared.after(1, 500);
        while (!read.isEmpty()) {
            seen.addAll(positions(read));
            read = shared.after(seen.getLast(), 500);
        }
        assertThat(seen).isEqualTo(LongStream.rangeClosed(2, 20_001).boxed().toList());
        assertThat(reads).isGreaterThan(before);
    }

    private void write(int facts) {
        for (int i = 0; i < facts; i++) {
            ledger.add(new RecordedFact(ledger.size() + 1, Instant.EPOCH, "GridMerged", "grid-1", Map.of(), MERGED));
        }
    }

    private static List<Long> positions(List<RecordedFact> facts) {
        return facts.stream().map(RecordedFact::position).toList();
    }
}
