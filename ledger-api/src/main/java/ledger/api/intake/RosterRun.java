package ledger.api.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import ledger.api.ground.Jobs.Progress;
import ledger.api.intake.SessionIntake.Origin;
import ledger.api.intake.SessionIntake.UnderWay;

/**
 * One run over the rows of a roster. It reads the next chunk while the last ones are committed, a few at a time, so
 * that a file of any length takes the same memory; chunks are answered in their order.
 */
final class RosterRun {

    static final int CHUNK = 500;
    private static final int AHEAD = 3;

    /** How a run ended. */
    enum End {
        ALL_ROWS,
        CANCELLED,
        STOPPED
    }

    /** Told each chunk of verdicts in order; answers whether somebody wants the run to end. */
    interface Chunks {
        boolean answered(List<Verdict> verdicts, Progress progress);
    }

    /** What earlier runs that broke off had recorded already, by row, among the rows from one to another. */
    interface Earlier {
        /** There were none. */
        Earlier NONE = (firstRow, lastRow, late) -> Map.of();

        /** @param late whether it is asked after these rows were sent, since some were there already */
        Map<Integer, Verdict> recorded(int firstRow, int lastRow, boolean late);
    }

    private record Chunk(List<Rows.Reading> readings, Map<Integer, Verdict> earlier, UnderWay underWay) {}

    private final SessionIntake sessions;
    private final Origin origin;
    private final Earlier earlier;
    private final BooleanSupplier stopping;
    private final Deque<Chunk> ahead = new ArrayDeque<>();
    private Progress progress;

    /** @param from how far earlier runs came */
    RosterRun(SessionIntake sessions, Origin origin, Earlier earlier, BooleanSupplier stopping, Progress from) {
        this.sessions = sessions;
        this.origin = origin;
        this.earlier = earlier;
        this.stopping = stopping;
        this.progress = from;
    }

    Progress progress() {
        return progress;
    }

    End run(Iterator<Rows.Reading> rows, Chunks chunks) {
        try {
            return answer(rows, chunks);
        } finally {
            // Whoever goes on must find all that was handed in either in the ledger or not at all.
            ahead.forEach(chunk -> chunk.underWay().settle());
        }
    }

    private End answer(Iterator<Rows.Reading> rows, Chunks chunks) {
        int answeredBefore = progress.lastRow();
        boolean wanted = true;
        List<Rows.Reading> chunk = new ArrayList<>(CHUNK);
        while (wanted && !stopping.getAsBoolean() && rows.hasNext()) {
            Rows.Reading reading = rows.next();
            if (reading.number() > answeredBefore) {
                chunk.add(reading);
            }
            if (chunk.size() == CHUNK) {
                ahead.add(begin(chunk));
                chunk = new ArrayList<>(CHUNK);
                wanted = ahead.size() < AHEAD || settle(chunks);
            }
        }
        boolean all = wanted && !rows.hasNext();
        if (all && !chunk.isEmpty()) {
            ahead.add(begin(chunk));
        }
        while (!ahead.isEmpty()) {
            wanted &= settle(chunks);
        }
        return all ? End.ALL_ROWS : wanted ? End.STOPPED : End.CANCELLED;
    }

    private Chunk begin(List<Rows.Reading> chunk) {
        Map<Integer, Verdict> known = earlier.recorded(
                chunk.getFirst().number(), chunk.getLast().number(), false);
        List<Row> fresh = chunk.stream()
                .filter(Rows.Reading.Read.class::isInstance)
                .map(reading -> ((Rows.Reading.Read) reading).row())
                .filter(row -> !known.containsKey(row.number()))
                .toList();
        return new Chunk(chunk, known, sessions.begin(fresh, origin));
    }

    /** Waits for the oldest chunk under way; false when the run shall end. */
    private boolean settle(Chunks chunks) {
        Chunk chunk = ahead.removeFirst();
        Iterator<Verdict> fresh = chunk.underWay().verdicts().iterator();
        List<Verdict> verdicts = own(chunk.readings().stream()
                .map(reading -> switch (reading) {
                    case Rows.Reading.Read read -> chunk.earlier().containsKey(read.number())
                            ? chunk.earlier().get(read.number()).seenAt(read.sheetRow())
                            : fresh.next().seenAt(read.sheetRow());
                    case Rows.Reading.Unreadable bad ->
                        Verdict.refused(bad.number(), bad.refusal()).seenAt(bad.sheetRow());
                })
                .toList());
        progress = after(verdicts);
        return !chunks.answered(verdicts, progress);
    }

    /** A run that was thought dead may have recorded a row after all: that row is no duplicate of itself. */
    private List<Verdict> own(List<Verdict> verdicts) {
        if (verdicts.stream().noneMatch(verdict -> verdict.fate() == Verdict.Fate.DUPLICATE)) {
            return verdicts;
        }
        Map<Integer, Verdict> recorded =
                earlier.recorded(verdicts.getFirst().row(), verdicts.getLast().row(), true);
        return verdicts.stream()
                .map(verdict -> verdict.fate() == Verdict.Fate.DUPLICATE
                        ? recorded.getOrDefault(verdict.row(), verdict).seenAt(verdict.sheetRow())
                        : verdict)
                .toList();
    }

    private Progress after(List<Verdict> verdicts) {
        Map<String, Integer> counts = new TreeMap<>(progress.counts());
        long position = progress.position();
        for (Verdict verdict : verdicts) {
            counts.merge(Texts.wire(verdict.fate()), 1, Integer::sum);
            position = Math.max(position, verdict.position() == null ? 0 : verdict.position());
        }
        return new Progress(verdicts.getLast().row(), progress.rowsDone() + verdicts.size(), counts, position);
    }
}
