package ledger.domain.place;

import java.util.Objects;

import ledger.domain.Decision;
import ledger.domain.Refusal;
import ledger.domain.place.GridCommand.DefineGrid;
import ledger.domain.place.GridCommand.MergeGrid;
import ledger.domain.place.GridEvent.GridDefined;
import ledger.domain.place.GridEvent.GridMerged;

/** A grid 网格, the smallest area a city divides itself into: unknown, defined, or merged into another one. */
sealed interface Grid {

    record Unknown() implements Grid {}

    record Defined(GridDefined defined) implements Grid {}

    record Merged(GridDefined defined, String intoGridId) implements Grid {}

    static Decision<GridEvent> decide(Grid state, GridCommand command) {
        return switch (command) {
            case DefineGrid define -> define(state, define);
            case MergeGrid merge -> switch (state) {
                case Unknown unknown -> Decision.refuse(PlaceRefusal.GRID_UNKNOWN, "grid");
                case Merged merged -> merged.intoGridId().equals(merge.intoGridId())
                        ? Decision.alreadySo(merge.gridId())
                        : Decision.refuse(PlaceRefusal.GRID_MERGED, "grid");
                case Defined defined -> merge.intoIsThere() && !merge.intoGridId().equals(merge.gridId())
                        ? Decision.accept(new GridMerged(merge.gridId(), merge.intoGridId(), merge.mergedOn()))
                        : Decision.refuse(PlaceRefusal.GRID_UNKNOWN, "into");
            };
        };
    }

    private static Decision<GridEvent> define(Grid state, DefineGrid command) {
        if (command.code().isBlank()) {
            return Decision.refuse(PlaceRefusal.GRID_CODE_MISSING, "gridCode");
        }
        if (command.name().isBlank()) {
            return Decision.refuse(PlaceRefusal.GRID_NAME_MISSING, "gridName");
        }
        var defined = new GridDefined(
                command.gridId(), command.code(), command.name(), command.district(), command.definedOn());
        return switch (state) {
            case Unknown unknown -> Decision.accept(defined);
            case Defined known -> isCompleted(known.defined(), defined)
                    ? Decision.accept(defined)
                    : again(known.defined(), command);
            case Merged known -> again(known.defined(), command);
        };
    }

    /** A grid that was defined without a district gets one when it is sent again. */
    private static boolean isCompleted(GridDefined known, GridDefined sent) {
        return known.name().equals(sent.name()) && known.district() == null && sent.district() != null;
    }

    private static Decision<GridEvent> again(GridDefined known, DefineGrid sent) {
        return known.name().equals(sent.name()) && Objects.equals(known.district(), sent.district())
                ? Decision.alreadySo(known.gridId())
                : Decision.refuse(Refusal.of(PlaceRefusal.GRID_DIFFERS, "gridCode").with("code", sent.code()));
    }

    static Grid evolve(Grid state, GridEvent event) {
        return switch (event) {
            case GridDefined defined -> new Defined(defined);
            case GridMerged merged -> switch (state) {
                case Defined known -> new Merged(known.defined(), merged.intoGridId());
                case Merged already -> already;
                case Unknown unknown -> throw new IllegalStateException("a grid never defined was merged");
            };
        };
    }
}
