package ledger.projections.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import ledger.domain.recognition.Verdict;
import ledger.domain.recognition.Verdict.NotCounted;
import ledger.domain.recognition.Verdict.Reason;
import ledger.domain.recognition.Verdict.Status;

/**
 * What another version of a scheme says of one subject instead.
 *
 * @param before absent where there is no version to compare with
 * @param why what of the verdict is otherwise, the most minutes first
 */
public record SimulatedChange(String subject, Effect effect, @Nullable Side before, Side after, List<Why> why) {

    public SimulatedChange {
        why = List.copyOf(why);
    }

    /** Whether more levels are reached than before, fewer, or others. */
    public enum Effect {
        GAINS,
        LOSES,
        OTHER
    }

    /**
     * @param level the highest level reached; absent below the first
     * @param minutes that count
     */
    public record Side(Status status, @Nullable String level, int minutes) {

        static Side of(Verdict verdict) {
            return new Side(verdict.status(), verdict.highest().orElse(null), verdict.minutes());
        }
    }

    /** What makes two verdicts differ. */
    public enum Cause {
        /** Service that counted counts no more, or less of it; the reason is the new version's. */
        COUNTS_NO_MORE,
        /** Service counts that did not, or more of it; the reason is that of the version before. */
        COUNTS_NOW,
        /** One of the two does not apply: paused, out of its ages, barred. */
        STANDING,
        /** The same service meets other thresholds or other demands. */
        THRESHOLDS
    }

    /** @param reason why service does not count by the version that leaves it out; absent where it counts in part */
    public record Why(Cause cause, @Nullable Reason reason, int entries, long minutes) {

        private Why plus(int more) {
            return new Why(cause, reason, entries + 1, minutes + more);
        }
    }

    /** Empty where the same level is reached and the scheme applies alike. */
    static Optional<SimulatedChange> between(String subject, @Nullable Verdict before, Verdict after) {
        Status statusBefore = before == null ? after.status() : before.status();
        Optional<String> levelBefore = before == null ? Optional.empty() : before.highest();
        if (levelBefore.equals(after.highest()) && statusBefore == after.status()) {
            return Optional.empty();
        }
        int had = before == null ? 0 : before.reached().size();
        int has = after.reached().size();
        Effect effect = has > had ? Effect.GAINS : has < had ? Effect.LOSES : Effect.OTHER;
        return Optional.of(new SimulatedChange(
                subject, effect, before == null ? null : Side.of(before), Side.of(after),
                before == null ? List.of(new Why(Cause.THRESHOLDS, null, 0, 0)) : why(before, after)));
    }

    private static List<Why> why(Verdict before, Verdict after) {
        List<Why> all = new ArrayList<>();
        missing(before, after, Cause.COUNTS_NO_MORE, all);
        missing(after, before, Cause.COUNTS_NOW, all);
        if (before.status() != after.status()) {
            all.add(new Why(Cause.STANDING, null, 0, 0));
        } else if (all.isEmpty()) {
            all.add(new Why(Cause.THRESHOLDS, null, 0, 0));
        }
        return all;
    }

    /** What counts by one version and not, or less, by the other one, by the other one's reasons. */
    private static void missing(Verdict counts, Verdict leavesOut, Cause cause, List<Why> all) {
        Map<String, Integer> left = new HashMap<>();
        leavesOut.counted().forEach(one -> left.merge(one.entryId(), one.minutes(), Integer::sum));
        Map<String, Reason> reasons = new HashMap<>();
        for (NotCounted one : leavesOut.notCounted()) {
            reasons.putIfAbsent(one.entryId(), one.reason());
        }
        Map<String, Integer> counted = new HashMap<>();
        counts.counted().forEach(one -> counted.merge(one.entryId(), one.minutes(), Integer::sum));
        Map<Optional<Reason>, Why> known = new HashMap<>();
        counted.forEach((entry, minutes) -> {
            int less = minutes - left.getOrDefault(entry, 0);
            if (less > 0) {
                Reason reason = reasons.get(entry);
                known.merge(
                        Optional.ofNullable(reason), new Why(cause, reason, 1, less), (one, other) -> one.plus(less));
            }
        });
        List<Why> found = new ArrayList<>(known.values());
        found.sort(Comparator.comparingLong(Why::minutes).reversed()
                .thenComparing(one -> String.valueOf(one.reason())));
        all.addAll(found);
    }
}
