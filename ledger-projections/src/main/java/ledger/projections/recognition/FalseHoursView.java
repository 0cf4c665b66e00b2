package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.AnnexNote;
import ledger.domain.recognition.FalseHours;
import ledger.domain.recognition.FalseHoursEvent;
import ledger.domain.recognition.FalseHoursEvent.FalseHoursDismissed;
import ledger.domain.recognition.FalseHoursEvent.FalseHoursFound;
import ledger.domain.recognition.FalseHoursEvent.FalseHoursReported;

/**
 * A report of false hours as it stands (R25).
 *
 * @param knownFrom position of the fact that made it so
 * @param decidedReason why it was found or dismissed, in the annex
 * @param decidedFor organization in whose name that was decided; absent while it waits
 */
public record FalseHoursView(
        FalseHoursReported report,
        State state,
        long knownFrom,
        @Nullable AnnexNote decidedReason,
        @Nullable String decidedFor,
        @Nullable LocalDate decidedOn) {

    /** How it stands. */
    public enum State {
        /** It waits for another person than who reported it. */
        REPORTED,
        FOUND,
        DISMISSED
    }

    /** One fact more; the same for the live view and for a replay. */
    public static FalseHoursView apply(@Nullable FalseHoursView before, FalseHoursEvent event, long position) {
        return switch (event) {
            case FalseHoursReported report -> new FalseHoursView(report, State.REPORTED, position, null, null, null);
            case FalseHoursFound found -> new FalseHoursView(
                    report(before), State.FOUND, position, found.reason(), found.decidedFor(), found.foundOn());
            case FalseHoursDismissed dismissed -> new FalseHoursView(
                    report(before), State.DISMISSED, position, dismissed.reason(), dismissed.decidedFor(),
                    dismissed.dismissedOn());
        };
    }

    private static FalseHoursReported report(@Nullable FalseHoursView before) {
        return Objects.requireNonNull(before, "false hours were decided that were never reported").report;
    }

    public boolean isFound() {
        return state == State.FOUND;
    }

    /** What schemes see of it. */
    public FalseHours found() {
        return new FalseHours(Objects.requireNonNull(decidedOn), report.barYears());
    }
}
