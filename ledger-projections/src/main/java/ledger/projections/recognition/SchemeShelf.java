package ledger.projections.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Schemes;

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

    public List<Scheme> inEffect(LocalDate day) {
        return schemes.inEffect(enabled, day);
    }
}
