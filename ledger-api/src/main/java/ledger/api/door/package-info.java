/** REST under /api/v1, with problem details in both languages. */
@NullMarked
package ledger.api.door;

import org.jspecify.annotations.NullMarked;
