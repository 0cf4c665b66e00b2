package ledger.domain.recognition;

import java.time.LocalDate;

/**
 * Hours found to be false, which bars their bearer from awards for years (R25).
 *
 * @param barYears years that were decided; 0 where the scheme's fewest apply
 */
public record FalseHours(LocalDate foundOn, int barYears) {}
