package ledger.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Prints what was known of service on one day and what on a later one. */
@Command(
        name = "difference",
        mixinStandardHelpOptions = true,
        description = {
            "What was known of service on one day and on a later one, entry by entry, and why.",
            "同样的服务，在前后两天各知道什么，逐条列出并说明原因。"
        })
final class DifferenceCommand implements Callable<Integer> {

    private static final String ORGANIZATION = "organization:";

    @Parameters(paramLabel = "NUMBER", description = {
        "A volunteer's number, or organization:CODE.", "志愿者编号，或 organization:组织代码。"
    })
    private String of = "";

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

    @Mixin
    private SchemeDayOption day = new SchemeDayOption();

    @Option(names = "--json", description = {"Print the whole answer as JSON.", "以 JSON 输出全部结果。"})
    private boolean json;

    @Override
    public Integer call() {
        Map<String, String> asked = new LinkedHashMap<>();
        days.addTo(asked);
        day.addTo(asked);
        asked.put("earlier", earlier);
        if (later != null) {
            asked.put("later", later);
        }
        String path = of.startsWith(ORGANIZATION)
                ? "/api/v1/organizations/" + LedgerClient.segment(of.substring(ORGANIZATION.length()))
                : "/api/v1/volunteers/" + of;
        try (Connection connection = Connection.open()) {
            connection.client().pages(path + "/difference", asked, "cursor", page -> {
                if (json) {
                    System.out.println(page);
                } else {
                    print(page);
                }
            });
            return 0;
        }
    }

    private static void print(JsonNode difference) {
        System.out.printf(
                "positions 位置 %d -> %d%n", difference.path("earlier").asLong(), difference.path("later").asLong());
        if (difference.has("before")) {
            totals(difference);
        } else {
            System.out.printf(
                    "certified 认定 %d -> %d min 分钟%n", difference.path("certifiedBefore").asInt(),
                    difference.path("certifiedAfter").asInt());
        }
        entries(difference);
    }

    private static void totals(JsonNode difference) {
        System.out.printf(
                "certified 认定 %d -> %d min 分钟, in notice 公示中 %d -> %d, held 待处理 %d -> %d%n",
                difference.at("/before/certifiedMinutes").asInt(), difference.at("/after/certifiedMinutes").asInt(),
                difference.at("/before/inNoticeMinutes").asInt(), difference.at("/after/inNoticeMinutes").asInt(),
                difference.at("/before/heldMinutes").asInt(), difference.at("/after/heldMinutes").asInt());
    }

    private static void entries(JsonNode difference) {
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
