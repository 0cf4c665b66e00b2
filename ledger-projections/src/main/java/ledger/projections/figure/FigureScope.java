package ledger.projections.figure;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import ledger.domain.account.EvidenceGrade;
import ledger.projections.account.ServedDays;

/**
 * Of which certified entries figures are. An empty category, station, grid or district asks for entries without one.
 *
 * @param grades evidence of these grades only; empty for all
 * @param recordedBy by these organizations only; absent for all
 * @param category absent for all
 * @param stationId absent for all
 * @param gridId as it stands after mergers; absent for all
 * @param district absent for all
 * @param accountId of this account only; absent for all
 */
public record FigureScope(
        ServedDays days,
        Set<EvidenceGrade> grades,
        @Nullable Set<String> recordedBy,
        @Nullable String category,
        @Nullable String stationId,
        @Nullable String gridId,
        @Nullable String district,
        @Nullable String accountId) {

    public FigureScope {
        grades = Set.copyOf(grades);
        recordedBy = recordedBy == null ? null : Set.copyOf(recordedBy);
    }

    /** All that was served on these days. */
    public static FigureScope of(ServedDays days) {
        return new FigureScope(days, Set.of(), null, null, null, null, null, null);
    }

    /** Whether it is of the whole city, all kinds of service together: what an activity rate may be told of. */
    public boolean isCityWide() {
        return recordedBy == null && category == null && stationId == null && gridId == null && district == null
                && accountId == null;
    }
}
