/** Facts, and the way of commands to their account, on Axon Server; views, vault and reference stay on PostgreSQL. */
@NullMarked
package ledger.api.ground.axonserver;

import org.jspecify.annotations.NullMarked;
