/** The words that every room of the ledger shares: facts, commands, decisions, refusals. */
@NullMarked
package ledger.domain;

import org.jspecify.annotations.NullMarked;
