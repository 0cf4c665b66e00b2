/** Who may come in: tokens, roles, and the actor of a request. */
@NullMarked
package ledger.api.access;

import org.jspecify.annotations.NullMarked;
