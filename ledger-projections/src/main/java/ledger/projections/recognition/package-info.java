/** 星级 荣誉: what each scheme says of each volunteer. */
@NullMarked
package ledger.projections.recognition;

import org.jspecify.annotations.NullMarked;
