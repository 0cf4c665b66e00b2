package ledger.domain.statement;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a statement covers.
 *
 * @param from first served date, absent for no limit
 * @param to last served date, absent for no limit
 * @param signedBy the organization that certifies, which covers only its own lines (R26); absent for a city-wide
 *     list, on which each line names its recording unit
 */
public record StatementScope(
        String volunteerId, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String signedBy) {}
