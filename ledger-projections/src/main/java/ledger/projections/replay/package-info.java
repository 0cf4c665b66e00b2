/** The auditor's replay: the same folds over the same facts, into memory. */
@NullMarked
package ledger.projections.replay;

import org.jspecify.annotations.NullMarked;
