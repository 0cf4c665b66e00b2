/** The names and revisions under which facts are stored. */
@NullMarked
package ledger.domain.history;

import org.jspecify.annotations.NullMarked;
