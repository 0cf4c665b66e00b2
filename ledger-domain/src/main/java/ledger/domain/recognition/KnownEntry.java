package ledger.domain.recognition;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.EntryState;
import ledger.domain.account.EvidenceGrade;

/**
 * An entry as known at a ledger position, with what a scheme looks at.
 *
 * @param countsFrom first day on which it counts; absent while nobody knows
 * @param ratingPercent its newest rating in percent of the best; absent where it was not rated (R19)
 */
public record KnownEntry(
        String entryId,
        LocalDate servedOn,
        int minutes,
        EntryState state,
        EvidenceGrade evidence,
        @Nullable String category,
        boolean late,
        @Nullable LocalDate countsFrom,
        @Nullable Integer ratingPercent) {}
