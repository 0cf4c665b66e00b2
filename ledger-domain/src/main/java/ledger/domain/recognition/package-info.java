/** 星级 荣誉: schemes as documents, and their evaluation with an explanation. */
@NullMarked
package ledger.domain.recognition;

import org.jspecify.annotations.NullMarked;
