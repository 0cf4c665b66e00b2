package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a scheme may know of a volunteer.
 *
 * @param bornOn empty when the vault no longer has it, or where there is no vault; then age bands answer
 *     {@link Verdict.Status#AGE_UNKNOWN}
 */
public record SubjectFacts(LocalDate registeredOn, Optional<LocalDate> bornOn) {}
