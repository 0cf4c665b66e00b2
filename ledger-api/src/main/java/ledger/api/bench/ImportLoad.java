package ledger.api.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Rosters sent one after the other, as fast as they are taken, while something else is measured. */
final class ImportLoad {

    private final Rolls rolls;
    private final int rows;

    ImportLoad(Rolls rolls, int rows) {
        this.rolls = rolls;
        this.rows = rows;
    }

    /** @throws java.util.concurrent.CompletionException when a roster could not be sent */
    Work during(Callable<Work> measured) throws Exception {
        AtomicBoolean wanted = new AtomicBoolean(true);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
            while (wanted.get()) {
                rolls.send(rolls.next(rows));
            }
        });
        try {
            return measured.call();
        } finally {
            wanted.set(false);
            sending.join();
        }
    }
}
