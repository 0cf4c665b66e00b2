package ledger.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Folds the facts again and prints counts and digests, beside the live ones if asked. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Fold the ledger again from its first fact and compare.",
            "从第一条事实重放账本并比对。"
        })
final class ReplayCommand implements Callable<Integer> {

    @Option(names = "--scope", paramLabel = "SCOPE", defaultValue = "all", description = {
        "all, volunteer:NUMBER, organization:CODE or submission:ID (default: ${DEFAULT-VALUE}).",
        "all（全部）、volunteer:编号、organization:代码 或 submission:申报编号。"
    })
    private String scope = "all";

    @Option(names = "--to", paramLabel = "POSITION", description = {"Last position to fold.", "重放到的位置。"})
    private @Nullable Long to;

    @Option(names = "--compare", description = {"Set the live view beside it.", "与现有视图比对。"})
    private boolean compare;

    @Option(names = "--json", description = {"Print the whole answer as JSON.", "以 JSON 输出全部结果。"})
    private boolean json;

    @Override
    public Integer call() {
        Map<String, Object> asked = new LinkedHashMap<>(Map.of("scope", scope, "compare", compare));
        if (to != null) {
            asked.put("to", to);
        }
        try (Connection connection = Connection.open()) {
            JsonNode outcome = connection.client().post("/api/v1/replays", asked);
            if (json) {
                System.out.println(outcome);
            } else {
                print(outcome);
            }
            return outcome.path("differing").asInt() == 0 ? 0 : 1;
        }
    }

    private void print(JsonNode outcome) {
        System.out.printf(
                "replayed 重放 %d facts to position %d: volunteers 志愿者 %d, entries 记录 %d, certified minutes 认定分钟 %d%n",
                outcome.path("facts").asLong(), outcome.path("position").asLong(), outcome.path("volunteers").asInt(),
                outcome.path("entries").asInt(), outcome.path("certifiedMinutes").asLong());
        System.out.println("replay digest 重放摘要 " + outcome.path("digest").asString());
        if (compare) {
            System.out.println("live digest   现有摘要 " + outcome.path("liveDigest").asString());
            System.out.println(outcome.path("differing").asInt() == 0
                    ? "same 一致"
                    : "DIFFERENT 不一致: " + outcome.path("differing").asInt());
        }
        outcome.path("accounts").forEach(account -> {
            print(account.path("volunteer").asString(), "replay", account.path("replayed"));
            if (account.hasNonNull("live")) {
                print(account.path("volunteer").asString(), "live  ", account.path("live"));
            }
        });
    }

    private static void print(String volunteer, String side, JsonNode account) {
        System.out.printf(
                "%s %s: entries %d, certified %d min (credit %d, honour %d)%n    entries %s%n    statement %s%n",
                volunteer, side, account.path("entries").asInt(), account.path("certifiedMinutes").asInt(),
                account.path("creditMinutes").asInt(), account.path("honourMinutes").asInt(),
                account.path("entriesDigest").asString(), account.path("statementDigest").asString());
        account.path("levels").forEach(level -> System.out.println("    " + level.asString()));
    }
}
