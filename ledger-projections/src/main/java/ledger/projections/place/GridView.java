package ledger.projections.place;

import org.jspecify.annotations.Nullable;

/**
 * A grid as the register shows it.
 *
 * @param district the district 区县 it lies in; absent where none was told
 * @param mergedInto id of the grid that took it in; absent while it stands
 */
public record GridView(
        String gridId, String code, String name, @Nullable String district, @Nullable String mergedInto) {}
