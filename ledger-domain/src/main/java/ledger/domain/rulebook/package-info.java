/** Rulebooks and calendars: the rules of a place as versioned documents. */
@NullMarked
package ledger.domain.rulebook;

import org.jspecify.annotations.NullMarked;
