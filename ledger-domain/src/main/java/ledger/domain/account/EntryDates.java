package ledger.domain.account;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.rulebook.Rulebooks;

/**
 * The days that matter to an entry.
 *
 * @param rulebook edition that judged it when it came into the ledger
 * @param notice the public notice that runs or ran; absent before there was one
 * @param noticeDaysLeft working days of notice that an objection left to run
 * @param lateness absent when it was recorded in time
 */
public record EntryDates(
        LocalDate recordedOn,
        String rulebook,
        @Nullable Running notice,
        int noticeDaysLeft,
        @Nullable LocalDate countsFrom,
        boolean provisional,
        @Nullable Lateness lateness) {

    /**
     * A public notice.
     *
     * @param workingDays absent for as many as the rulebook says that decided
     */
    public record Running(LocalDate from, @Nullable Integer workingDays, String rulebook) {

        int workingDays(Rulebooks rulebooks) {
            return workingDays == null ? rulebooks.edition(rulebook).noticeWorkingDays() : workingDays;
        }
    }

    static EntryDates of(HourAccountEvent.Entry entry) {
        return new EntryDates(entry.recordedOn(), entry.rulebook(), null, 0, null, false, entry.lateness());
    }

    EntryDates countingFrom(@Nullable LocalDate day, boolean isProvisional) {
        return new EntryDates(recordedOn, rulebook, notice, 0, day, isProvisional, lateness);
    }

    EntryDates inNotice(Running running) {
        return new EntryDates(recordedOn, rulebook, running, noticeDaysLeft, countsFrom, provisional, lateness);
    }

    EntryDates stopped(int daysLeft) {
        return new EntryDates(recordedOn, rulebook, notice, daysLeft, countsFrom, provisional, lateness);
    }

    EntryDates late(@Nullable Lateness now) {
        return new EntryDates(recordedOn, rulebook, notice, noticeDaysLeft, countsFrom, provisional, now);
    }
}
