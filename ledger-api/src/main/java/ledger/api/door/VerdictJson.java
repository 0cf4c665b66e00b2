package ledger.api.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import ledger.api.intake.Column;
import ledger.api.intake.DryRun;
import ledger.api.intake.Notice;
import ledger.api.intake.Texts;
import ledger.api.intake.Verdict;
import ledger.domain.Refusal;
import ledger.domain.account.Hold;

/**
 * What became of a row, as a caller reads it.
 *
 * @param verdict accepted, held, refused or duplicate
 * @param code why it was refused or is held
 * @param looksPersonal fields whose text stays in the ledger and looks as if it held somebody's number; warned only
 * @param rulebook the edition that judged the row; ours, not law
 * @param lateWorkingDays working days after the deadline for recording; absent when in time
 * @param learningMinutes minutes kept as learning, which is no service; absent for service
 * @param sheetRow where whoever opens the file sees the row
 * @param columnZh the column it is about, as a Chinese layout names it
 */
public record VerdictJson(
        int row,
        String verdict,
        @Nullable String id,
        @Nullable Integer minutes,
        @Nullable LocalDate countsFrom,
        @Nullable String code,
        @Nullable String field,
        @Nullable String columnZh,
        @Nullable String columnEn,
        Texts.@Nullable Text zh,
        Texts.@Nullable Text en,
        @Nullable String rulebook,
        @Nullable Integer lateWorkingDays,
        @Nullable Integer learningMinutes,
        @Nullable List<String> looksPersonal,
        @Nullable Long position,
        @Nullable Integer sheetRow) {

    public static VerdictJson of(Verdict verdict, Texts texts) {
        Refusal refusal = verdict.refusal();
        if (refusal != null) {
            return new VerdictJson(
                    verdict.row(), Texts.wire(verdict.fate()), null, null, null, refusal.code().wire(),
                    refusal.field(), Column.labelOf(refusal.field(), Locale.CHINESE),
                    Column.labelOf(refusal.field(), Locale.ENGLISH), texts.of(refusal, Locale.CHINESE),
                    texts.of(refusal, Locale.ENGLISH), null, null, null, null, null, verdict.sheetRow());
        }
        boolean held = !verdict.holds().isEmpty();
        Verdict.Judged judged = verdict.judged();
        boolean learning = judged != null && judged.learning();
        return new VerdictJson(
                verdict.row(), Texts.wire(verdict.fate()), verdict.about(),
                learning ? null : verdict.minutes(), verdict.countsFrom(),
                held ? codes(verdict.holds()) : null,
                null, null, null,
                held ? texts.of(verdict.holds().getFirst(), Locale.CHINESE) : null,
                held ? texts.of(verdict.holds().getFirst(), Locale.ENGLISH) : null,
                judged == null ? null : judged.rulebook(),
                judged == null || judged.lateness() == null ? null : Integer.valueOf(judged.lateness().workingDays()),
                learning ? verdict.minutes() : null,
                verdict.looksPersonal().isEmpty()
                        ? null
                        : verdict.looksPersonal().stream().map(Column::wire).toList(),
                verdict.position(), verdict.sheetRow());
    }

    private static String codes(List<Hold> holds) {
        return String.join(",", holds.stream().map(hold -> Texts.wire(hold.reason())).toList());
    }

    /**
     * A file's rows with their sums.
     *
     * @param effect what it would change; there only when it was tried out
     */
    public record Report(
            @Nullable String submission,
            int rows,
            int accepted,
            int held,
            int refused,
            int duplicate,
            long position,
            DryRun.@Nullable Effect effect,
            List<VerdictJson> verdicts,
            @Nullable List<NoticeJson> notices) {}

    /** What whoever sent a file should know of it as a whole. */
    public record NoticeJson(String code, Texts.Text zh, Texts.Text en) {

        public static @Nullable List<NoticeJson> of(List<Notice> notices, Texts texts) {
            return notices.isEmpty()
                    ? null
                    : notices.stream()
                            .map(notice -> new NoticeJson(
                                    Texts.wire(notice.kind()), texts.of(notice, Locale.CHINESE),
                                    texts.of(notice, Locale.ENGLISH)))
                            .toList();
        }
    }
}
