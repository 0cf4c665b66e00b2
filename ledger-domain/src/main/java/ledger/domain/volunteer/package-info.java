/** 志愿者: who serves, known here by an opaque id only. */
@NullMarked
package ledger.domain.volunteer;

import org.jspecify.annotations.NullMarked;
