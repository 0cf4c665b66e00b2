package ledger.domain.account;

import java.time.LocalDate;

/**
 * That hours of the volunteer were found to be false (R25).
 *
 * @param foundOn the last time
 * @param minutesSince certified minutes served after that day, those claimed by oneself left out
 */
public record FoundFalse(LocalDate foundOn, int minutesSince) {}
