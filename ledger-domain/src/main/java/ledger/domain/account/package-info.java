/** 时长账户: one volunteer's time, entry by entry; what is recorded, held, certified and corrected. */
@NullMarked
package ledger.domain.account;

import org.jspecify.annotations.NullMarked;
