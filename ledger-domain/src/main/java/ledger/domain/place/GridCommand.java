package ledger.domain.place;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.LedgerCommand;

/** What can be asked of one grid. */
public sealed interface GridCommand extends LedgerCommand {

    String gridId();

    @Override
    default String aggregateId() {
        return gridId();
    }

    /** @param district the district 区县 it lies in; absent where none is told */
    record DefineGrid(String gridId, String code, String name, @Nullable String district, LocalDate definedOn)
            implements GridCommand {}

    /** @param intoIsThere whether the other grid is defined and not merged itself, as the door found it */
    record MergeGrid(String gridId, String intoGridId, boolean intoIsThere, LocalDate mergedOn)
            implements GridCommand {}
}
