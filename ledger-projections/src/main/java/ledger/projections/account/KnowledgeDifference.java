package ledger.projections.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.EntryState;

/**
 * What the ledger knew of an account's service at one position and what it knew at a later one, entry by entry, with
 * the facts between that made the difference.
 *
 * @param earlier a position, not later than {@code later}
 * @param changes by served day
 */
public record KnowledgeDifference(long earlier, long later, List<Change> changes) {

    public KnowledgeDifference {
        changes = List.copyOf(changes);
    }

    /**
     * @param before absent where the entry was not in the account, or not of the days asked about
     * @param after likewise
     * @param causes positions of the facts that changed it in between, in order
     */
    public record Change(
            String entryId, @Nullable EntryVersion before, @Nullable EntryVersion after, List<Long> causes) {

        public Change {
            causes = List.copyOf(causes);
        }

        /** Minutes that it counted for at the earlier position. */
        public int certifiedBefore() {
            return certified(before);
        }

        public int certifiedAfter() {
            return certified(after);
        }

        private static int certified(@Nullable EntryVersion version) {
            return version != null && version.state() == EntryState.CERTIFIED ? version.time().minutes() : 0;
        }

        private LocalDate day() {
            return Stream.of(before, after)
                    .flatMap(Stream::ofNullable)
                    .map(version -> version.time().servedOn())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Entries of which two states of knowledge do not say the same. */
    public static Set<String> changed(Collection<EntryVersion> before, Collection<EntryVersion> after) {
        Map<String, EntryVersion> then = byId(before);
        Map<String, EntryVersion> now = byId(after);
        Set<String> all = new TreeSet<>(then.keySet());
        all.addAll(now.keySet());
        all.removeIf(id -> Objects.equals(then.get(id), now.get(id)));
        return all;
    }

    /**
     * @param before entries as known at {@code earlier}
     * @param after the same as known at {@code later}
     * @param causes positions between at which entries changed, by entry
     */
    public static KnowledgeDifference of(
            long earlier,
            Collection<EntryVersion> before,
            long later,
            Collection<EntryVersion> after,
            Map<String, List<Long>> causes) {
        Map<String, EntryVersion> then = byId(before);
        Map<String, EntryVersion> now = byId(after);
        return new KnowledgeDifference(earlier, later, changed(before, after).stream()
                .map(id -> new Change(id, then.get(id), now.get(id), causes.getOrDefault(id, List.of())))
                .sorted(Comparator.comparing(Change::day).thenComparing(Change::entryId))
                .toList());
    }

    private static Map<String, EntryVersion> byId(Collection<EntryVersion> entries) {
        return entries.stream().collect(Collectors.toMap(EntryVersion::entryId, Function.identity()));
    }
}
