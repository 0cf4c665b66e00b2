/** An invented city with years of volunteer service behind it, to try the ledger on. */
@NullMarked
package ledger.api.demo;

import org.jspecify.annotations.NullMarked;
