package ledger.domain.recognition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a scheme may know of a volunteer, or of another subject.
 *
 * @param registeredOn {@link LocalDate#MIN} while it is not known
 * @param bornOn empty when the vault no longer has it, or where there is no vault; then age bands answer
 *     {@link Verdict.Status#AGE_UNKNOWN}
 * @param awards levels conferred and not withdrawn
 * @param falseHours hours found to be false (R25)
 */
public record SubjectFacts(
        SubjectKind kind,
        LocalDate registeredOn,
        Optional<LocalDate> bornOn,
        List<Award> awards,
        List<FalseHours> falseHours) {

    public SubjectFacts {
        awards = List.copyOf(awards);
        falseHours = List.copyOf(falseHours);
    }

    /** A volunteer on whom nothing was conferred. */
    public SubjectFacts(LocalDate registeredOn, Optional<LocalDate> bornOn) {
        this(SubjectKind.PERSON, registeredOn, bornOn, List.of(), List.of());
    }

    public SubjectFacts with(List<Award> conferred) {
        return new SubjectFacts(kind, registeredOn, bornOn, conferred, falseHours);
    }

    boolean isRegistered() {
        return !registeredOn.equals(LocalDate.MIN);
    }

    /** The last served day that an award of the scheme rests on, up to a day. */
    Optional<LocalDate> usedUpTo(String schemeId, LocalDate day) {
        return awards.stream()
                .filter(award -> award.schemeId().equals(schemeId) && !award.conferredOn().isAfter(day))
                .map(Award::restsUpTo)
                .max(Comparator.naturalOrder());
    }
}
