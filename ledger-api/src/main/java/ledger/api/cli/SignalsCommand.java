package ledger.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Prints what about entries stands out. */
@Command(
        name = "signals",
        mixinStandardHelpOptions = true,
        description = {
            "What about entries stands out: figures, and the entries behind them. They accuse nobody.",
            "值得核查的迹象：数字及其背后的记录，不作结论。"
        })
final class SignalsCommand implements Callable<Integer> {

    @Mixin
    private BranchOption branch = new BranchOption();

    @Mixin
    private ServedDaysOption days = new ServedDaysOption();

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Option(names = "--within-minutes", paramLabel = "N", description = {
        "Recorded so soon after publication (default: 60).", "活动发布后多少分钟内录入（默认 60）。"
    })
    private @Nullable Integer withinMinutes;

    @Option(names = "--batch", paramLabel = "N", description = {
        "So many people with the same time in one roster (default: 50).", "同一名册中相同时间的人数（默认 50）。"
    })
    private @Nullable Integer batch;

    @Option(names = "--series-days", paramLabel = "N", description = {
        "So many whole days in a row (default: 3).", "连续全天服务的天数（默认 3）。"
    })
    private @Nullable Integer seriesDays;

    @Option(names = "--json", description = {"Print the whole answer as JSON.", "以 JSON 输出全部结果。"})
    private boolean json;

    @Override
    public Integer call() {
        Map<String, String> asked = new LinkedHashMap<>();
        branch.addTo(asked);
        days.addTo(asked);
        asOf.addTo(asked);
        add(asked, "withinMinutes", withinMinutes);
        add(asked, "batch", batch);
        add(asked, "seriesDays", seriesDays);
        try (Connection connection = Connection.open()) {
            JsonNode answer = connection.client().get("/api/v1/signals" + LedgerClient.query(asked));
            if (json) {
                System.out.println(answer);
            } else {
                System.out.println("position 位置 " + answer.path("position").asLong());
                answer.path("signals").forEach(signal -> print(signal, answer.path("organizations")));
            }
            return 0;
        }
    }

    private static void add(Map<String, String> asked, String name, @Nullable Integer value) {
        if (value != null) {
            asked.put(name, value.toString());
        }
    }

    private static void print(JsonNode signal, JsonNode codes) {
        System.out.println(signal.path("kind").asString() + " " + signal.path("figures"));
        signal.path("cases").forEach(one -> System.out.printf(
                "  %s %s..%s %s: %s%s%n", codes.path(one.path("of").asString()).asString(one.path("of").asString()),
                one.path("from").asString(""),
                one.path("to").asString(""), one.path("figures"), one.at("/entryIds/0").asString(""),
                one.path("entryIds").size() > 1 ? " …" : ""));
    }
}
