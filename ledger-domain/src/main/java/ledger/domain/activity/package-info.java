/** 活动: what is announced before anybody serves. */
@NullMarked
package ledger.domain.activity;

import org.jspecify.annotations.NullMarked;
