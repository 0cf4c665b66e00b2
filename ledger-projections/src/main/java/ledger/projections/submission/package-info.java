/** 批量申报: the fate of each roster. */
@NullMarked
package ledger.projections.submission;

import org.jspecify.annotations.NullMarked;
