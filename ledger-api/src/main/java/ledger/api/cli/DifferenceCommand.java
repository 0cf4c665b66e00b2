package ledger.api.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Prints what was known of a volunteer's service on one day and what on a later one. */
@Command(
        name = "difference",
        mixinStandardHelpOptions = true,
        description = {
            "What was known of a volunteer's service on one day and on a later one, entry by entry, and why.",
            "同一志愿者的服务，在前后两天各知道什么，逐条列出并说明原因。"
        })
final class DifferenceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NUMBER", description = {"The volunteer's number.", "志愿者编号。"})
    private String number = "";

    @Option(names = "--earlier", required = true, paramLabel = "POSITION|DAY", description = {
        "The earlier knowledge.", "较早的所知。"
    })
    private String earlier = "";

    @Option(names = "--later", paramLabel = "POSITION|DAY", description = {
        "The later knowledge (default: now).", "较晚的所知（默认现在）。"
    })
    private @Nullable String later;

    @Mixin
    private ServedDaysOption days = new ServedDaysOption();

    @Option(names = "--json", description = {"Print the whole answer as JSON.", "以 JSON 输出全部结果。"})
    private boolean json;

    @Override
    public Integer call() {
        Map<String, String> asked = days.withDay(days.asked());
        asked.put("earlier", earlier);
        if (later != null) {
            asked.put("later", later);
        }
        try (Connection connection = Connection.open()) {
            JsonNode difference = connection.client()
                    .get("/api/v1/volunteers/" + number + "/difference" + LedgerClient.query(asked));
            if (json) {
                System.out.println(difference);
            } else {
                print(difference);
            }
            return 0;
        }
    }

    private static void print(JsonNode difference) {
        System.out.printf(
                "positions 位置 %d -> %d: certified 认定 %d -> %d min 分钟, in notice 公示中 %d -> %d, held 待处理 %d -> %d%n",
                difference.path("earlier").asLong(), difference.path("later").asLong(),
                difference.at("/before/certifiedMinutes").asInt(), difference.at("/after/certifiedMinutes").asInt(),
                difference.at("/before/inNoticeMinutes").asInt(), difference.at("/after/inNoticeMinutes").asInt(),
                difference.at("/before/heldMinutes").asInt(), difference.at("/after/heldMinutes").asInt());
        difference.path("entries").forEach(entry -> {
            System.out.printf(
                    "%s: %s -> %s%n", entry.path("entryId").asString(), said(entry.path("before")),
                    said(entry.path("after")));
            entry.path("causes").forEach(cause -> System.out.printf(
                    "    %d %s %s (%s)%n",
                    cause.path("position").asLong(), cause.path("recordedAt").asString(),
                    cause.path("type").asString(), cause.at("/metadata/role").asString("")));
        });
        difference.path("schemes").forEach(scheme -> System.out.printf(
                "%s: %s %d min -> %s %d min%n", scheme.path("scheme").asString(),
                scheme.at("/before/level").asString("-"), scheme.at("/before/minutes").asInt(),
                scheme.at("/after/level").asString("-"), scheme.at("/after/minutes").asInt()));
    }

    private static String said(JsonNode version) {
        return version.isObject()
                ? version.path("state").asString() + " " + version.at("/time/servedOn").asString() + " "
                        + version.at("/time/minutes").asInt() + " min"
                : "- (not known 未知)";
    }
}
