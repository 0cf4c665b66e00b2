package ledger.domain.statement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a statement covers.
 *
 * @param from first served date, absent for no limit
 * @param to last served date, absent for no limit
 * @param signedBy the organization that certifies, which covers only its own lines (R26); absent for a city-wide
 *     list, on which each line names its recording unit
 * @param others what it tells beside hours, in order; absent for hours alone
 */
public record StatementScope(
        String volunteerId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String signedBy,
        @Nullable List<OtherRecord> others) {

    public StatementScope {
        others = others == null || others.isEmpty() ? null : others.stream().sorted().distinct().toList();
    }

    /** Of hours alone. */
    public StatementScope(
            String volunteerId, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String signedBy) {
        this(volunteerId, from, to, signedBy, null);
    }

    public StatementScope with(Collection<OtherRecord> asked) {
        return new StatementScope(volunteerId, from, to, signedBy, List.copyOf(asked));
    }

    public boolean tells(OtherRecord other) {
        return others != null && others.contains(other);
    }

    public boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
