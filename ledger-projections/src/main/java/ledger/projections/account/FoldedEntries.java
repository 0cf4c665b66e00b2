package ledger.projections.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.HourAccountEvent;
import ledger.projections.RecordedFact;

/**
 * What a stretch of facts makes known of entries, for whoever keeps every version: the live view in its table, a test
 * in memory.
 *
 * @param versions new ones, in the order of their facts
 * @param ended where the version known before this stretch ends, by entry
 */
public record FoldedEntries(List<Known> versions, Map<String, Long> ended) {

    /**
     * What the ledger knew of an entry from {@code version.knownFrom()} on.
     *
     * @param knownTo position of the fact that ended it; absent for what is known now
     */
    public record Known(EntryVersion version, @Nullable Long knownTo) {

        public boolean at(long position) {
            return version.knownFrom() <= position && (knownTo == null || knownTo > position);
        }

        /** The same, ended where a stretch of facts ended it. */
        public Known after(FoldedEntries stretch) {
            Long end = knownTo == null ? stretch.ended().get(version.entryId()) : knownTo;
            return new Known(version, end);
        }
    }

    /** @param current what is known before these facts of entries that they do not begin */
    public static FoldedEntries of(Collection<RecordedFact> facts, Map<String, EntryVersion> current) {
        Map<String, EntryVersion> last = new HashMap<>(current);
        Map<String, Long> ended = new LinkedHashMap<>();
        List<EntryVersion> versions = new ArrayList<>();
        Map<EntryVersion, Long> knownTo = new IdentityHashMap<>();
        for (RecordedFact fact : facts) {
            HourAccountEvent event = (HourAccountEvent) fact.fact();
            EntryVersion before = last.get(event.entryId());
            EntryVersion after = EntryFold.apply(before, event, fact.position());
            if (after == before) {
                continue;
            }
            if (before != null) {
                ended.putIfAbsent(event.entryId(), fact.position());
                knownTo.put(before, fact.position());
            }
            last.put(event.entryId(), after);
            versions.add(after);
        }
        return new FoldedEntries(
                versions.stream().map(version -> new Known(version, knownTo.get(version))).toList(), ended);
    }
}
