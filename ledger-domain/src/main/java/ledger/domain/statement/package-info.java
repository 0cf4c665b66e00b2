/** 服务记录证明: numbered hour statements, issued from the ledger as known at a position. */
@NullMarked
package ledger.domain.statement;

import org.jspecify.annotations.NullMarked;
