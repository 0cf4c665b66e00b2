package ledger.api.intake;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ledger.domain.Refusal;
import ledger.domain.account.Hold;
import ledger.domain.account.Lateness;

/**
 * What became of one row.
 *
 * @param row logical record, a header being 1
 * @param fate its end
 * @param about id of the entry, volunteer or organization it is about
 * @param minutes minutes of service, or of learning, that it stands for
 * @param countsFrom first day on which it counts
 * @param holds why it waits for a person
 * @param refusal why it was refused
 * @param judged by which rulebook, and how late; absent where nothing came into the ledger
 * @param looksPersonal columns whose text stays in facts and looks as if it held somebody's number
 * @param position ledger position that a read must have reached to see it
 * @param sheetRow where whoever opens the file sees the row; absent for what lies in no file
 */
public record Verdict(
        int row,
        Fate fate,
        @Nullable String about,
        @Nullable Integer minutes,
        @Nullable LocalDate countsFrom,
        List<Hold> holds,
        @Nullable Refusal refusal,
        @Nullable Judged judged,
        List<Column> looksPersonal,
        @Nullable Long position,
        @Nullable Integer sheetRow) {

    /** A verdict on something that lies in no file. */
    public Verdict(
            int row,
            Fate fate,
            @Nullable String about,
            @Nullable Integer minutes,
            @Nullable LocalDate countsFrom,
            List<Hold> holds,
            @Nullable Refusal refusal,
            @Nullable Judged judged,
            List<Column> looksPersonal,
            @Nullable Long position) {
        this(row, fate, about, minutes, countsFrom, holds, refusal, judged, looksPersonal, position, null);
    }

    public Verdict {
        holds = List.copyOf(holds);
        looksPersonal = List.copyOf(looksPersonal);
    }

    /**
     * How a row was judged.
     *
     * @param rulebook the edition that judged
     * @param lateness how late it was recorded (R13); absent when in time
     * @param learning whether it was kept as learning, which is no service (R8)
     */
    public record Judged(String rulebook, @Nullable Lateness lateness, boolean learning) {}

    /** The four ends of a row. */
    public enum Fate {
        ACCEPTED,
        HELD,
        REFUSED,
        DUPLICATE
    }

    static Verdict refused(int row, Refusal refusal) {
        return new Verdict(row, Fate.REFUSED, null, null, null, List.of(), refusal, null, List.of(), null);
    }

    Verdict warning(List<Column> columns) {
        return new Verdict(
                row, fate, about, minutes, countsFrom, holds, refusal, judged, columns, position, sheetRow);
    }

    Verdict seenAt(@Nullable Integer shownRow) {
        return new Verdict(
                row, fate, about, minutes, countsFrom, holds, refusal, judged, looksPersonal, position, shownRow);
    }

    static Verdict of(int row, Fate fate, String about, long position) {
        return new Verdict(row, fate, about, null, null, List.of(), null, null, List.of(), position);
    }
}
