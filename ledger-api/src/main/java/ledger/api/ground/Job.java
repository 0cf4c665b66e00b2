package ledger.api.ground;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ledger.api.access.Actor;

/**
 * Work that outlives its request: a file's rows are answered, tried out, or taken back; numbers are merged.
 *
 * @param submissionId the roster it is about; absent when it is only tried out
 * @param actor in whose name it works
 * @param contentDigest SHA-256 of the file
 * @param format how the file was read; absent for a reversal
 * @param note where the reason of a reversal is kept, or what numbers are to become one or what to fold again, as JSON
 * @param lastRow the last row answered; work begins after it
 * @param rowsTotal rows of the file, once they are counted
 * @param counts rows or entries by what became of them
 * @param outcome what there is to tell at the end beyond the counts, as JSON
 * @param runs how often somebody began to work on it
 * @param rowsPerSecond of the present run
 */
public record Job(
        String jobId,
        Kind kind,
        @Nullable String submissionId,
        Actor actor,
        @Nullable String contentDigest,
        @Nullable String format,
        @Nullable String note,
        State state,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant destroyedAt,
        int lastRow,
        @Nullable Integer rowsTotal,
        int rowsDone,
        Map<String, Integer> counts,
        long position,
        @Nullable String outcome,
        boolean cancelAsked,
        int runs,
        @Nullable Long rowsPerSecond) {

    /** What is done with the file. */
    public enum Kind {
        /** Its rows are answered and stay. */
        ROSTER,
        /** Its rows are tried out and nothing stays. */
        DRY_RUN,
        /** What it brought is taken back. */
        REVERSAL,
        /** Two numbers of one person become one. */
        MERGE,
        /** They become two again. */
        UNMERGE,
        /** The ledger is folded again for an auditor. */
        REPLAY,
        /** A draft of a scheme is asked of everybody. */
        SIMULATION;

        /** Whether it works on a file of its own. */
        public boolean isOfFile() {
            return this == ROSTER || this == DRY_RUN;
        }

        /** Whether what it found is kept for a while. */
        public boolean keepsAnswers() {
            return isOfFile() || this == SIMULATION;
        }

        /** Whether it can be ended on the way: what it did until then does no harm. */
        public boolean canEnd() {
            return isOfFile() || this == REPLAY || this == SIMULATION;
        }
    }

    /** Where the work stands. */
    public enum State {
        WAITING,
        RUNNING,
        CANCELLED,
        DONE,
        FAILED;

        public boolean isOver() {
            return this == CANCELLED || this == DONE || this == FAILED;
        }
    }

    /** Seconds until all rows are answered, if that can be told. */
    public @Nullable Long secondsLeft() {
        return state != State.RUNNING || rowsTotal == null || rowsPerSecond == null || rowsPerSecond == 0
                ? null
                : Math.max(0, (rowsTotal - rowsDone) / rowsPerSecond);
    }

    public int count(String what) {
        return counts.getOrDefault(what, 0);
    }

    /** The roster it is about. */
    public String submission() {
        if (submissionId == null) {
            throw new IllegalStateException(jobId + " is about no submission");
        }
        return submissionId;
    }
}
