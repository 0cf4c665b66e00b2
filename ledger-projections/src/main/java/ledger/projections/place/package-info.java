/** 站点 网格: the stations and grids of the city as they stand. */
@NullMarked
package ledger.projections.place;

import org.jspecify.annotations.NullMarked;
