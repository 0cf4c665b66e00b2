package ledger.projections.account;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Days of service that a question is about, both ends included.
 *
 * @param from absent for no bound
 * @param to absent for no bound
 */
public record ServedDays(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final ServedDays ALL = new ServedDays(null, null);

    public boolean has(EntryVersion entry) {
        LocalDate day = entry.time().servedOn();
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
