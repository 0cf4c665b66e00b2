package ledger.api.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Outcomes for people: a row for each scenario, and what it hangs on below. */
public final class BenchTable {

    private static final String ROW = "%-16s %-9s %10s %10s %10s %8s %8s %9s %9s%n";

    private static final List<String> MACHINE = List.of("cores", "heapMiB", "jdk", "system", "postgres");

    private final PrintStream out;
    private boolean begun;

    public BenchTable(PrintStream out) {
        this.out = out;
    }

    public void print(Comparison one) {
        Map<String, @Nullable Object> line = one.line();
        if (!begun) {
            begun = true;
            begin(one.circumstances());
        }
        out.printf(
                ROW, one.scenario(), one.unit().sign(), told(one.median(Side.OURS)), told(one.median(Side.STOCK)),
                told(one.median(Side.FLOOR)), told(one.ratio(Side.STOCK)), told(one.ratio(Side.FLOOR)),
                told(one.percentile(Side.OURS, 50)), told(one.percentile(Side.OURS, 99)));
        Map<?, ?> conditions = (Map<?, ?>) line.get("conditions");
        if (conditions != null) {
            conditions.forEach((name, value) -> {
                if (value instanceof Map<?, ?> side && side.containsKey("rounds")) {
                    out.printf("    %-6s %s%n", name, side);
                }
            });
        }
        out.printf("    %s%n", own(one.circumstances()));
    }

    private void begin(Map<String, Object> conditions) {
        MACHINE.forEach(name -> out.printf("%s: %s%n", name, conditions.get(name)));
        out.println("median of the rounds, in turn; ratio = ours / theirs; p50, p99 of ours in ms");
        out.println("各轮中位数，轮流测量；比值＝本账本／对方；p50、p99 为本账本单次毫秒数");
        out.printf(ROW, "scenario", "unit", "ours", "stock", "floor", "/stock", "/floor", "p50", "p99");
    }

    private static Map<String, Object> own(Map<String, Object> conditions) {
        Map<String, Object> own = new LinkedHashMap<>(conditions);
        MACHINE.forEach(own::remove);
        return own;
    }

    private static String told(@Nullable Double value) {
        if (value == null) {
            return "-";
        }
        return String.format(Locale.ROOT, value >= 1_000 ? "%,.0f" : value >= 100 ? "%.0f" : "%.2f", value);
    }
}
