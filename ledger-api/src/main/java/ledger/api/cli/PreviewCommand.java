package ledger.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What a decision about an entry would change; nothing is stored. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "What a correction, revocation or other decision about an entry would change; nothing is stored.",
            "某条记录的更正、撤销等决定会带来哪些变化；不保存任何内容。"
        })
final class PreviewCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ENTRY", description = {"Id of the entry.", "记录编号。"})
    private String entry = "";

    @Parameters(index = "1", paramLabel = "DECISION", description = {
        "approval, decline, correction, revocation or reinstatement.",
        "决定：approval 通过、decline 退回、correction 更正、revocation 撤销、reinstatement 恢复。"
    })
    private String decision = "";

    @Option(names = "--served-from", paramLabel = "TIME", description = {
        "Corrected start, such as 2026-03-30T09:00.", "更正后的开始时间。"
    })
    private @Nullable String servedFrom;

    @Option(names = "--served-to", paramLabel = "TIME", description = {"Corrected end.", "更正后的结束时间。"})
    private @Nullable String servedTo;

    @Option(names = "--breaks", paramLabel = "MINUTES", description = {"Corrected breaks.", "更正后的休息分钟数。"})
    private @Nullable Integer breakMinutes;

    @Option(names = "--category", paramLabel = "CATEGORY", description = {"Corrected category.", "更正后的类别。"})
    private @Nullable String category;

    @Option(names = "--json", description = {"Print the whole answer as JSON.", "以 JSON 输出全部结果。"})
    private boolean json;

    @Override
    public Integer call() {
        Map<String, Object> asked = new LinkedHashMap<>(Map.of("decision", decision));
        add(asked, "servedFrom", servedFrom);
        add(asked, "servedTo", servedTo);
        add(asked, "breakMinutes", breakMinutes);
        add(asked, "category", category);
        try (Connection connection = Connection.open()) {
            JsonNode shown = connection.client().post(
                    "/api/v1/entries/" + LedgerClient.segment(entry) + "/preview", asked);
            if (json) {
                System.out.println(shown);
            } else {
                print(shown);
            }
            return shown.hasNonNull("refused") ? 1 : 0;
        }
    }

    private static void add(Map<String, Object> asked, String name, @Nullable Object value) {
        if (value != null) {
            asked.put(name, value);
        }
    }

    private static void print(JsonNode shown) {
        if (shown.hasNonNull("refused")) {
            JsonNode refused = shown.path("refused");
            System.out.printf(
                    "would be refused 会被退回: %s %s / %s%n", refused.path("code").asString(),
                    refused.path("zh").path("title").asString(), refused.path("en").path("title").asString());
            return;
        }
        System.out.printf(
                "position 位置 %d, nothing is stored 不保存%ncertified 认定 %d -> %d min 分钟, in notice 公示中 %d -> %d, "
                        + "held 待处理 %d -> %d%n",
                shown.path("position").asLong(), minutes(shown, "before", "certifiedMinutes"),
                minutes(shown, "after", "certifiedMinutes"), minutes(shown, "before", "inNoticeMinutes"),
                minutes(shown, "after", "inNoticeMinutes"), minutes(shown, "before", "heldMinutes"),
                minutes(shown, "after", "heldMinutes"));
        shown.path("entries").forEach(change -> System.out.printf(
                "%s: %s %d min -> %s %d min%n", change.path("after").path("entryId").asString(),
                change.path("before").path("state").asString(),
                change.path("before").path("time").path("minutes").asInt(),
                change.path("after").path("state").asString(),
                change.path("after").path("time").path("minutes").asInt()));
        shown.path("schemes").forEach(scheme -> System.out.printf(
                "%s/%s: %s %d min -> %s %d min%n", scheme.path("scheme").asString(),
                scheme.path("version").asString(), scheme.path("before").path("level").asString("-"),
                scheme.path("before").path("minutes").asInt(), scheme.path("after").path("level").asString("-"),
                scheme.path("after").path("minutes").asInt()));
        shown.path("supersededStatements").forEach(number ->
                System.out.println("statement superseded 证明被取代: " + number.asString()));
        shown.path("recognitions").forEach(award -> System.out.printf(
                "award under review 荣誉转入复核: %s %s%n", award.path("schemeId").asString(),
                award.path("level").asString()));
    }

    private static int minutes(JsonNode shown, String side, String name) {
        return shown.path(side).path(name).asInt();
    }
}
