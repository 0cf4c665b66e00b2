package ledger.api.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import ledger.api.intake.Column;
import ledger.api.intake.Texts;
import ledger.api.intake.Verdict;
import ledger.domain.Refusal;

/**
 * What became of a row, as a caller reads it.
 *
 * @param verdict accepted, held, refused or duplicate
 * @param code why it was refused or is held
 * @param looksPersonal fields whose text stays in the ledger and looks as if it held somebody's number; warned only
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
        @Nullable List<String> looksPersonal,
        @Nullable Long position) {

    public static VerdictJson of(Verdict verdict, Texts texts) {
        Refusal refusal = verdict.refusal();
        if (refusal != null) {
            return new VerdictJson(
                    verdict.row(), Texts.wire(verdict.fate()), null, null, null, refusal.code().wire(),
                    refusal.field(), Column.labelOf(refusal.field(), Locale.CHINESE),
                    Column.labelOf(refusal.field(), Locale.ENGLISH), texts.of(refusal, Locale.CHINESE),
                    texts.of(refusal, Locale.ENGLISH), null, null);
        }
        boolean held = !verdict.holds().isEmpty();
        return new VerdictJson(
                verdict.row(), Texts.wire(verdict.fate()), verdict.about(), verdict.minutes(), verdict.countsFrom(),
                held ? String.join(",", verdict.holds().stream().map(Texts::wire).toList()) : null,
                null, null, null,
                held ? texts.of(verdict.holds().getFirst(), Locale.CHINESE) : null,
                held ? texts.of(verdict.holds().getFirst(), Locale.ENGLISH) : null,
                verdict.looksPersonal().isEmpty()
                        ? null
                        : verdict.looksPersonal().stream().map(Column::wire).toList(),
                verdict.position());
    }

    /** A file's rows with their sums. */
    public record Report(
            @Nullable String submission,
            int rows,
            int accepted,
            int held,
            int refused,
            int duplicate,
            long position,
            List<VerdictJson> verdicts) {}
}
