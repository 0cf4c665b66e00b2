package ledger.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Draws entries by lot and prints what an auditor looks at. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = {
            "Draw entries by lot; the same seed, scope and position draw the same ones again.",
            "随机抽取记录；种子、范围和位置相同，抽到的记录也相同。"
        })
final class SampleCommand implements Callable<Integer> {

    @Option(names = "--seed", paramLabel = "TEXT", description = {
        "Any text (default: one is made up and printed).", "任意文字（默认随机生成并打印）。"
    })
    private @Nullable String seed;

    @Option(names = "--size", paramLabel = "N", defaultValue = "30", description = {
        "How many, 1 to 1000 (default: ${DEFAULT-VALUE}).", "抽取条数，1 至 1000。"
    })
    private int size = 30;

    @Mixin
    private BranchOption branch = new BranchOption();

    @Mixin
    private ServedDaysOption days = new ServedDaysOption();

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Option(names = "--state", paramLabel = "STATE", description = {
        "In this state only, such as certified.", "只抽该状态的记录，例如 certified。"
    })
    private @Nullable String state;

    @Option(names = "--json", description = {"Print the whole answer as JSON.", "以 JSON 输出全部结果。"})
    private boolean json;

    @Override
    public Integer call() {
        Map<String, String> asked = new LinkedHashMap<>(Map.of("size", Integer.toString(size)));
        if (seed != null) {
            asked.put("seed", seed);
        }
        if (state != null) {
            asked.put("state", state);
        }
        branch.addTo(asked);
        days.addTo(asked);
        asOf.addTo(asked);
        try (Connection connection = Connection.open()) {
            JsonNode sample = connection.client().get("/api/v1/samples" + LedgerClient.query(asked));
            if (json) {
                System.out.println(sample);
            } else {
                print(sample);
            }
            return 0;
        }
    }

    private static void print(JsonNode sample) {
        JsonNode population = sample.path("population");
        System.out.printf(
                "seed 种子 %s, position 位置 %d%npopulation 总体: entries 记录 %d, minutes 分钟 %d, late 逾期 %d, %s%n",
                sample.path("seed").asString(), sample.path("position").asLong(), population.path("entries").asLong(),
                population.path("minutes").asLong(), population.path("late").asLong(),
                population.path("byEvidence"));
        sample.path("drawn").forEach(one -> {
            JsonNode entry = one.path("entry");
            System.out.printf(
                    "%3d %s %s %s %d min %s %s, %d days to entry 天后录入%s%s%n",
                    one.path("rank").asInt(), one.path("lot").asString().substring(0, 12),
                    entry.path("entryId").asString(), entry.path("time").path("servedOn").asString(),
                    entry.path("time").path("minutes").asInt(), entry.path("state").asString(),
                    entry.path("evidence").asString(), one.path("daysToEntry").asLong(),
                    one.path("late").asBoolean() ? ", late 逾期" : "",
                    one.hasNonNull("batch") ? ", batch of 同批 " + one.path("batch").asInt() : "");
        });
    }
}
