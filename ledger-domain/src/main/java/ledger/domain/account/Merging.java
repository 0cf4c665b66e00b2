package ledger.domain.account;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.AccountMergeEvent.*;

/** What an account must remember of the merges it took part in (R5). */
final class Merging {

    /** @param entryIds what came with it */
    record Absorbed(String fromAccountId, List<String> entryIds) {}

    private @Nullable MergeAgreed agreed;
    private @Nullable AccountClosedByMerge closed;
    private final Map<String, Absorbed> absorbed = new HashMap<>();
    private final Set<String> over = new HashSet<>();

    @Nullable MergeAgreed agreed() {
        return agreed;
    }

    @Nullable AccountClosedByMerge closed() {
        return closed;
    }

    /** What came by a merge and is here still. */
    @Nullable Absorbed absorbed(String mergeId) {
        return absorbed.get(mergeId);
    }

    /** Whether a merge was called off or undone. */
    boolean isOver(String mergeId) {
        return over.contains(mergeId);
    }

    void evolve(AccountMergeEvent event, Entries entries) {
        switch (event) {
            case MergeAgreed e -> agreed = e;
            case MergeCalledOff e -> {
                agreed = null;
                over.add(e.mergeId());
            }
            case AccountClosedByMerge e -> closed = e;
            case AccountAbsorbed e -> {
                agreed = null;
                absorbed.put(e.mergeId(), new Absorbed(e.fromAccountId(), e.entryIds()));
            }
            case AccountGivenBack e -> {
                e.entryIds().forEach(entries::remove);
                absorbed.remove(e.mergeId());
                over.add(e.mergeId());
            }
            case AccountReopened e -> {
                closed = null;
                over.add(e.mergeId());
                entries.clear();
            }
        }
    }
}
