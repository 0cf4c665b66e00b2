package ledger.projections;

import java.util.ArrayList;
import java.util.List;

/**
 * Facts near the head, handed on as they are written, or else read and parsed once for all the views that follow it. Whoever is far behind reads for itself.
 */
public final class SharedFacts implements FactSource {

    private static final int KEPT = 8_000;

    private final FactSource source;
    private final List<RecordedFact> recent = new ArrayList<>();

    public SharedFacts(FactSource source) {
        this.source = source;
    }

    @Override
    public List<RecordedFact> after(long position, int limit) {
        synchronized (recent) {
            if (!isBehind(position)) {
                return shared(position, limit);
            }
        }
        return source.after(position, limit);
    }

    /**
     * Facts of a commit, in order: where they go on from those kept, nobody need read them. While views are slow, no
     * more are kept than they share.
     */
    public void written(List<RecordedFact> facts) {
        synchronized (recent) {
            for (RecordedFact fact : facts) {
                if (!recent.isEmpty() && recent.size() < KEPT
                        && fact.position() == recent.getLast().position() + 1) {
                    recent.add(fact);
                }
            }
        }
    }

    private boolean isBehind(long position) {
        return !recent.isEmpty() && position + 1 < recent.getFirst().position();
    }

    private List<RecordedFact> shared(long position, int limit) {
        long last = recent.isEmpty() ? -1 : recent.getLast().position();
        if (position > last) {
            recent.clear();
        }
        if (position >= last) {
            recent.addAll(source.after(position, limit));
        }
        if (recent.isEmpty()) {
            return List.of();
        }
        int from = (int) (position + 1 - recent.getFirst().position());
        List<RecordedFact> asked = List.copyOf(recent.subList(from, Math.min(recent.size(), from + limit)));
        if (recent.size() > KEPT) {
            recent.subList(0, recent.size() - KEPT).clear();
        }
        return asked;
    }

    @Override
    public long head() {
        return source.head();
    }
}
