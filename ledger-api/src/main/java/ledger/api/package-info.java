/** The part that runs: doors, and the ground they stand on. */
@NullMarked
package ledger.api;

import org.jspecify.annotations.NullMarked;
