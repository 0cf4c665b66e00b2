package ledger.projections.place;

import org.jspecify.annotations.Nullable;

/**
 * A grid as the register shows it.
 *
 * @param mergedInto id of the grid that took it in; absent while it stands
 */
public record GridView(String gridId, String code, String name, @Nullable String mergedInto) {}
