/** Figures of the city: people, service and coverage, each of a scope and as known at a position (R31). */
@NullMarked
package ledger.projections.figure;

import org.jspecify.annotations.NullMarked;
