package ledger.api.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import ledger.domain.account.EvidenceGrade;
import ledger.projections.account.EntryReader;
import ledger.projections.account.HourTotals;

/** Somebody who looks at one account after the other: its entries and their sums. */
final class Readers {

    private final EntryReader entries;
    private final List<String> accountIds;

    /** @param accountIds that are looked at */
    Readers(OwnLedger own, List<String> accountIds) {
        this.entries = own.get(EntryReader.class);
        this.accountIds = List.copyOf(accountIds);
    }

    /** So many times, and on while somebody wants it. */
    Work read(int atLeast, BooleanSupplier more) {
        long[] latencies = new long[atLeast];
        int count = 0;
        while (count < atLeast || more.getAsBoolean()) {
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, count * 2);
            }
            long begin = System.nanoTime();
            HourTotals.of(
                    entries.entriesOf(accountIds.get(count % accountIds.size()), EntryReader.NOW),
                    Set.of(EvidenceGrade.SYSTEM_TIMED));
            latencies[count++] = System.nanoTime() - begin;
        }
        return new Work(count, Arrays.copyOf(latencies, count));
    }
}
