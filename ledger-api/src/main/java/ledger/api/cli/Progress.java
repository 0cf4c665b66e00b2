package ledger.api.cli;

import java.io.PrintStream;
import java.time.Duration;

import ledger.api.ground.Variable;

/** How far long work is: a bar that moves on a terminal, a plain line now and then elsewhere. */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final String what;
    private long total;
    private final long started = System.nanoTime();
    private long lastShown = started;
    private long done;

    /** @param total units of work altogether; 0 when nobody knows */
    Progress(PrintStream out, String what, long total) {
        this.out = out;
        this.terminal = "1".equals(Variable.LEDGER_TERMINAL.valueOrDefault());
        this.what = what;
        this.total = total;
    }

    /** Now it is known how much there is. */
    void of(long altogether) {
        total = altogether;
    }

    void at(long reached) {
        done = reached;
        long now = System.nanoTime();
        Duration pause = terminal ? Duration.ofMillis(100) : BETWEEN_LINES;
        if (now - lastShown >= pause.toNanos()) {
            lastShown = now;
            show();
        }
    }

    private void show() {
        double seconds = Math.max(0.001, (System.nanoTime() - started) / 1e9);
        long rate = Math.round(done / seconds);
        String left = total > done && rate > 0 ? ", " + (total - done) / rate + " s left" : "";
        if (terminal && total > 0) {
            int filled = (int) Math.min(WIDTH, done * WIDTH / total);
            out.printf("\r%s [%s%s] %d/%d, %d/s%s   ", what, "#".repeat(filled), ".".repeat(WIDTH - filled),
                    done, total, rate, left);
        } else {
            String of = total > 0 ? "/" + total : "";
            out.printf(terminal ? "\r%s %d%s, %d/s%s   " : "%s %d%s, %d/s%s%n", what, done, of, rate, left);
        }
        out.flush();
    }

    @Override
    public void close() {
        if (terminal) {
            out.print("\r" + " ".repeat(100) + "\r");
            out.flush();
        }
    }
}
