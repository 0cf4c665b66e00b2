/** How views follow the ledger: facts in the one order, folded batch by batch, position and rows committed together. */
@NullMarked
package ledger.projections;

import org.jspecify.annotations.NullMarked;
