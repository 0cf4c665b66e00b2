/** 文件: documents of rules as their authors wrote them, with the place of every mistake. */
@NullMarked
package ledger.domain.document;

import org.jspecify.annotations.NullMarked;
