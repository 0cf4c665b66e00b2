package ledger.api.page;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ledger.api.intake.Texts;
import ledger.api.intake.Verdict;
import ledger.api.intake.Verdict.Fate;

/**
 * What became of one row, in the reader's language.
 *
 * @param lateWorkingDays working days after the deadline for recording (R13); absent when in time
 * @param column the column that is wrong, as a file names it; empty when none is
 * @param texts why it is refused or held, and what to do
 */
public record RowFate(
        int row,
        Fate fate,
        @Nullable String entryId,
        @Nullable Integer minutes,
        @Nullable LocalDate countsFrom,
        @Nullable Integer lateWorkingDays,
        String column,
        List<Texts.Text> texts) {

    static RowFate of(Verdict verdict, Wording wording) {
        boolean refused = verdict.refusal() != null;
        return new RowFate(
                verdict.row(),
                verdict.fate(),
                verdict.about(),
                verdict.minutes(),
                verdict.countsFrom(),
                late(verdict),
                refused ? wording.column(verdict.refusal()) : "",
                refused
                        ? List.of(wording.of(verdict.refusal()))
                        : verdict.holds().stream().map(wording::of).toList());
    }

    private static @Nullable Integer late(Verdict verdict) {
        Verdict.Judged judged = verdict.judged();
        return judged == null || judged.lateness() == null ? null : Integer.valueOf(judged.lateness().workingDays());
    }

    boolean needsAttention() {
        return fate == Fate.REFUSED || fate == Fate.HELD;
    }

    boolean isRefused() {
        return fate == Fate.REFUSED;
    }

    /** The same under the number that the row has where its sender sees it. */
    RowFate at(int number) {
        return new RowFate(number, fate, entryId, minutes, countsFrom, lateWorkingDays, column, texts);
    }
}
