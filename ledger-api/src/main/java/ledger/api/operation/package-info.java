/** What operators and auditors run: the daily round, replays, the start of a ledger. */
@NullMarked
package ledger.api.operation;

import org.jspecify.annotations.NullMarked;
