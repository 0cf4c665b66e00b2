/** 时长账户: entries as known at every position, their totals and their history. */
@NullMarked
package ledger.projections.account;

import org.jspecify.annotations.NullMarked;
