/** The log as it is stored: facts byte for byte, and the digests that others can compute again. */
@NullMarked
package ledger.projections.log;

import org.jspecify.annotations.NullMarked;
