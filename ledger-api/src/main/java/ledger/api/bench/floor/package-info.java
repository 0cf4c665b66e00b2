/** What the database can do at most, by plain JDBC: no part of the service. */
@NullMarked
package ledger.api.bench.floor;

import org.jspecify.annotations.NullMarked;
