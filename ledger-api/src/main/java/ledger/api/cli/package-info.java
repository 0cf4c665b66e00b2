/** The command line: one verb first. */
@NullMarked
package ledger.api.cli;

import org.jspecify.annotations.NullMarked;
