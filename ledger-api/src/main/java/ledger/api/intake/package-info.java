/** How rosters and registers are read: files into rows, rows into commands, commands into verdicts. */
@NullMarked
package ledger.api.intake;

import org.jspecify.annotations.NullMarked;
