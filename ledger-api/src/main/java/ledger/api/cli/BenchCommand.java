package ledger.api.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import ledger.api.bench.Bench;
import ledger.api.bench.BenchOptions;
import ledger.api.bench.BenchTable;

/** Measures how fast the ledger is on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measure this machine: the ledger, stock Axon and plain JDBC in turn, on a database that is thrown away.",
            "测本机速度：账本、原版 Axon、纯 JDBC 轮流在一个用完即弃的数据库上运行。"
        })
final class BenchCommand implements Callable<Integer> {

    @Option(names = "--quick", description = {"End within a minute.", "一分钟内结束。"})
    private boolean quick;

    @Option(names = "--events", paramLabel = "N", description = {
        "Events of a round (default " + BenchOptions.USUAL_EVENTS + ", with --quick " + BenchOptions.QUICK_EVENTS + ").",
        "每轮写入的事件数（默认 " + BenchOptions.USUAL_EVENTS + "，--quick 时 " + BenchOptions.QUICK_EVENTS + "）。"
    })
    private @Nullable Integer events;

    @Option(names = "--grow-to", paramLabel = "N", description = {
        "Facts of the ledger at the end of scenario statement, up to some ten million; takes its time.",
        "statement 场景结束时账本的事实数，可至千万级；耗时较长。"
    })
    private long grownTo;

    @Option(names = "--scenario", paramLabel = "NAME", split = ",", description = {
        "Only these; may be repeated.", "只测这些场景，可重复。"
    })
    private List<String> scenarios = List.of();

    @Option(names = "--json", description = {"One JSON object a line.", "每行输出一个 JSON 对象。"})
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        BenchTable table = new BenchTable(System.out);
        bench().run(one -> {
            if (json) {
                System.out.println(one.json());
            } else {
                table.print(one);
            }
        });
        return 0;
    }

    private Bench bench() {
        try {
            BenchOptions options = quick
                    ? BenchOptions.quick(events == null ? BenchOptions.QUICK_EVENTS : events, scenarios)
                    : BenchOptions.thorough(events == null ? BenchOptions.USUAL_EVENTS : events, grownTo, scenarios);
            return new Bench(options, System.err::println);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
