/** Infrastructure: event store, command bus, vault, annex, clock, embedded database. */
@NullMarked
package ledger.api.ground;

import org.jspecify.annotations.NullMarked;
