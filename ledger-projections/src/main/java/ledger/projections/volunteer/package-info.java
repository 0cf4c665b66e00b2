/** 志愿者: who is enrolled since when, by opaque id. */
@NullMarked
package ledger.projections.volunteer;

import org.jspecify.annotations.NullMarked;
