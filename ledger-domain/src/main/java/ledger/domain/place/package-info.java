/** 站点 网格: where volunteer service is at home in the city. */
@NullMarked
package ledger.domain.place;

import org.jspecify.annotations.NullMarked;
