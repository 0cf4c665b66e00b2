package ledger.domain.rulebook;

import java.time.LocalDate;
import java.util.Set;

import ledger.domain.account.EvidenceGrade;

/**
 * The rules of a place as a versioned document.
 *
 * @param automaticMinutesPerDay up to this many minutes a day need nobody's decision (R11)
 * @param parentMinutesPerDay up to this many the parent organization decides, above it the authority (R11)
 * @param noticeWorkingDays whole working days of public notice before an entry counts (R16)
 * @param creditGrades evidence grades shown as credit hours 信用时数; all others are honour hours 荣誉时数
 */
public record Rulebook(
        String id,
        String version,
        LocalDate effectiveFrom,
        String titleZh,
        String titleEn,
        int automaticMinutesPerDay,
        int parentMinutesPerDay,
        int noticeWorkingDays,
        Set<EvidenceGrade> creditGrades) {

    public Rulebook {
        creditGrades = Set.copyOf(creditGrades);
        require(automaticMinutesPerDay > 0 && automaticMinutesPerDay <= 1440, "dailyLimit.automaticMinutes: 1 to 1440");
        require(
                parentMinutesPerDay >= automaticMinutesPerDay && parentMinutesPerDay <= 1440,
                "dailyLimit.parentMinutes: automaticMinutes to 1440");
        require(noticeWorkingDays >= 0 && noticeWorkingDays <= 60, "notice.workingDays: 0 to 60");
    }

    /** The name under which an entry remembers who judged it, for example {@code default-cn/2026-1}. */
    public String edition() {
        return id + "/" + version;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
