/** How fast this ledger is on this machine, next to what it is built on and to what its database can do at most. */
@NullMarked
package ledger.api.bench;

import org.jspecify.annotations.NullMarked;
