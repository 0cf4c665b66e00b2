/** 活动: what was announced, and what became of it. */
@NullMarked
package ledger.projections.activity;

import org.jspecify.annotations.NullMarked;
