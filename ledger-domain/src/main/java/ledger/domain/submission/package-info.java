/** 批量申报: one roster or file, as an organization sent it. */
@NullMarked
package ledger.domain.submission;

import org.jspecify.annotations.NullMarked;
