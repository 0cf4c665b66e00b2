package ledger.projections.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ledger.domain.Digest;
import ledger.projections.account.EntryVersion;
import ledger.projections.account.KnowledgeDifference;

/**
 * What a replay found, beside what the live view says where the two were compared (R28).
 *
 * @param position the last position folded
 * @param facts how many facts were folded
 * @param digest SHA-256 over the digests of all accounts
 * @param liveDigest the same from the live view as known at that position; absent without comparison
 * @param differing volunteers whose live view differs from the replay
 * @param first where the two differ first; absent where they do not
 * @param accounts the account asked for; of a larger scope those that differ, the first hundred
 */
public record ReplayOutcome(
        long position,
        long facts,
        int volunteers,
        int entries,
        long certifiedMinutes,
        String digest,
        @Nullable String liveDigest,
        int differing,
        @Nullable Difference first,
        List<Compared> accounts) {

    private static final int MOST_SHOWN = 100;

    public ReplayOutcome {
        accounts = List.copyOf(accounts);
    }

    /**
     * One volunteer, replayed and live.
     *
     * @param live absent when no comparison was asked for
     */
    public record Compared(String volunteer, ReplayedAccount replayed, @Nullable ReplayedAccount live) {
        public boolean isSame() {
            return live == null || live.equals(replayed);
        }
    }

    /**
     * An entry that the live view does not know as the replay does; or a volunteer of whom they say otherwise although
     * every entry is the same.
     *
     * @param entryId absent where every entry is the same
     * @param replayed absent where the replay does not know the entry
     * @param live absent where the live view does not
     */
    public record Difference(
            String volunteer,
            @Nullable String entryId,
            @Nullable EntryVersion replayed,
            @Nullable EntryVersion live) {

        static Difference between(String volunteer, List<EntryVersion> replayed, List<EntryVersion> live) {
            return KnowledgeDifference.of(0, replayed, 0, live, Map.of()).changes().stream()
                    .min(Comparator.comparing(KnowledgeDifference.Change::entryId))
                    .map(one -> new Difference(volunteer, one.entryId(), one.before(), one.after()))
                    .orElseGet(() -> new Difference(volunteer, null, null, null));
        }
    }

    /** Adds accounts up, in the order of their volunteers; of those that are alike only their digests are kept. */
    public static final class Sums {
        private final boolean showAll;
        private final List<String> replayed = new ArrayList<>();
        private final List<String> live = new ArrayList<>();
        private final List<Compared> shown = new ArrayList<>();
        private int entries;
        private long certifiedMinutes;
        private int differing;
        private @Nullable Difference first;

        /** @param showAll whether accounts are shown that do not differ */
        public Sums(boolean showAll) {
            this.showAll = showAll;
        }

        public void add(Compared account, List<EntryVersion> there, List<EntryVersion> here) {
            entries += account.replayed().entries();
            certifiedMinutes += account.replayed().certifiedMinutes();
            replayed.add(account.replayed().digest());
            if (account.live() != null) {
                live.add(account.live().digest());
            }
            if (!account.isSame()) {
                differing++;
                if (first == null) {
                    first = Difference.between(account.volunteer(), there, here);
                }
            }
            if (showAll || !account.isSame() && shown.size() < MOST_SHOWN) {
                shown.add(account);
            }
        }

        /** How many accounts were added. */
        public int accounts() {
            return replayed.size();
        }

        public ReplayOutcome of(Replay replay, boolean compared) {
            return new ReplayOutcome(
                    replay.position(), replay.facts(), replayed.size(), entries, certifiedMinutes, digest(replayed),
                    compared ? digest(live) : null, differing, first, shown);
        }

        private static String digest(List<String> digests) {
            return Digest.of(digests.toArray(String[]::new));
        }
    }
}
