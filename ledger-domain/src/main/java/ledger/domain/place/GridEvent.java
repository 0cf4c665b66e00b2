package ledger.domain.place;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ledger.domain.Fact;

/** What happened to a grid. */
public sealed interface GridEvent extends Fact {

    String gridId();

    /** Told again with a district where the first one had none. */
    record GridDefined(String gridId, String code, String name, @Nullable String district, LocalDate definedOn)
            implements GridEvent {}

    record GridMerged(String gridId, String intoGridId, LocalDate mergedOn) implements GridEvent {}
}
