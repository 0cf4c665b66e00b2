package ledger.domain.account;

import java.time.LocalDate;

import ledger.domain.rulebook.WorkingDays;

/**
 * The public notice of an entry (R16): whole working days after the day it begins.
 *
 * @param countsFrom the day after its last day
 * @param provisional whether it reaches beyond the calendar's last known year
 */
record Notice(LocalDate countsFrom, boolean provisional) {

    /** No notice at all (0 working days) lets an entry count on the day itself. */
    static Notice from(LocalDate day, int workingDays, WorkingDays calendar) {
        LocalDate last = calendar.after(day, workingDays);
        return new Notice(workingDays == 0 ? day : last.plusDays(1), calendar.isProvisional(last));
    }
}
