package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Schemes;
import ledger.domain.recognition.SubjectKind;

/** The schemes that the operator enabled. */
public record SchemeShelf(Schemes schemes, Set<String> enabled) {

    public SchemeShelf {
        enabled = Set.copyOf(enabled);
        for (String id : enabled) {
            if (schemes.all().stream().noneMatch(scheme -> scheme.id().equals(id))) {
                throw new IllegalArgumentException("no scheme " + id + "; known are "
                        + schemes.all().stream().map(Scheme::id).distinct().toList());
            }
        }
    }

    /** Those that are for persons, in effect on a day. */
    public List<Scheme> inEffect(LocalDate day) {
        return schemes.inEffect(enabled, day).stream()
                .filter(scheme -> scheme.isFor(SubjectKind.PERSON))
                .toList();
    }

    /** Whether any scheme in use looks at ratings. */
    public boolean looksAtRatings() {
        return schemes.all().stream().anyMatch(scheme -> enabled.contains(scheme.id()) && scheme.looksAtRatings());
    }
}
