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
 * @param honours honours of others in the record, and of the recording organizations (F1.8)
 * @param complaints complaints about the subject (F2.1)
 */
public record SubjectFacts(
        SubjectKind kind,
        LocalDate registeredOn,
        Optional<LocalDate> bornOn,
        List<Award> awards,
        List<FalseHours> falseHours,
        List<RecordedHonour> honours,
        List<KnownComplaint> complaints) {

    public SubjectFacts {
        awards = List.copyOf(awards);
        falseHours = List.copyOf(falseHours);
        honours = List.copyOf(honours);
        complaints = List.copyOf(complaints);
    }

    /** A volunteer on whom nothing was conferred. */
    public SubjectFacts(LocalDate registeredOn, Optional<LocalDate> bornOn) {
        this(SubjectKind.PERSON, registeredOn, bornOn, List.of(), List.of(), List.of(), List.of());
    }

    public SubjectFacts with(List<Award> conferred) {
        return new SubjectFacts(kind, registeredOn, bornOn, conferred, falseHours, honours, complaints);
    }

    /** The same of somebody born on that day, or of whom nobody knows when. */
    public SubjectFacts born(Optional<LocalDate> day) {
        return new SubjectFacts(kind, registeredOn, day, awards, falseHours, honours, complaints);
    }

    /** Honours of an origin awarded up to a day. */
    int honours(HonourOrigin origin, LocalDate day) {
        return (int) honours.stream()
                .filter(honour -> honour.origin() == origin && !honour.awardedOn().isAfter(day))
                .count();
    }

    boolean isComplainedAbout(LocalDate day) {
        return complaints.stream().anyMatch(complaint -> complaint.isOpenOn(day));
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
