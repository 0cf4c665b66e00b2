package ledger.domain.place;

import java.time.LocalDate;

import ledger.domain.Fact;

/** What happened to a grid. */
public sealed interface GridEvent extends Fact {

    String gridId();

    record GridDefined(String gridId, String code, String name, LocalDate definedOn) implements GridEvent {}

    record GridMerged(String gridId, String intoGridId, LocalDate mergedOn) implements GridEvent {}
}
