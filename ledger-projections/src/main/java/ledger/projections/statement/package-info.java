/** 服务记录证明: statements composed from entries, and those issued. */
@NullMarked
package ledger.projections.statement;

import org.jspecify.annotations.NullMarked;
