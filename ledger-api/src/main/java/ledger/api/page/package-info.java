/** Pages for people, in Chinese and English. */
@NullMarked
package ledger.api.page;

import org.jspecify.annotations.NullMarked;
