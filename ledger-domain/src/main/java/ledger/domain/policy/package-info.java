/** Pure reactions: when this happened, then that is commanded. */
@NullMarked
package ledger.domain.policy;

import org.jspecify.annotations.NullMarked;
