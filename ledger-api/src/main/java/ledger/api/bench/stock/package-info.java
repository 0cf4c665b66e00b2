/** Stock Axon on the same database, to measure against: no part of the service. */
@NullMarked
package ledger.api.bench.stock;

import org.jspecify.annotations.NullMarked;
