package ledger.domain.account;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.rulebook.Rulebook;
import ledger.domain.rulebook.WorkingDays;

/**
 * How late a service was recorded (R13). Late is a mark, never a loss.
 *
 * @param deadline the last day that would have been in time
 * @param workingDays whole working days after it, up to the day of recording
 * @param provisional whether it was computed beyond the calendar's last known year
 */
public record Lateness(LocalDate deadline, int workingDays, boolean provisional) {

    /** Absent when it was recorded in time, or where no deadline is set. */
    static @Nullable Lateness of(ServedTime time, LocalDate recordedOn, Rulebook rulebook, WorkingDays calendar) {
        return rulebook.deadline().lastDay(time.endedOn(), calendar)
                .filter(recordedOn::isAfter)
                .map(last -> new Lateness(last, calendar.between(last, recordedOn), calendar.isProvisional(recordedOn)))
                .orElse(null);
    }
}
