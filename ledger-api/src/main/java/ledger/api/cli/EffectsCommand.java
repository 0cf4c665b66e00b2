package ledger.api.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Prints what a file, an actor or an entry brought about. */
@Command(
        name = "effects",
        mixinStandardHelpOptions = true,
        description = {
            "What a file, an actor or an entry brought about: entries, and the statements and recognitions on them.",
            "某份文件、某位操作者或某条记录带来了什么：记录，以及以其为依据的证明和荣誉。"
        })
final class EffectsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SUBJECT", description = {
        "submission:ID, actor:TOKEN-ID or entry:ID.", "submission:申报编号、actor:令牌编号 或 entry:记录。"
    })
    private String of = "";

    @Option(names = "--json", description = {"Print each page as JSON.", "逐页以 JSON 输出。"})
    private boolean json;

    @Override
    public Integer call() {
        try (Connection connection = Connection.open()) {
            connection.client().pages("/api/v1/effects", Map.of("of", of, "limit", "1000"), "cursor", page -> {
                if (json) {
                    System.out.println(page);
                } else {
                    print(page);
                }
            });
            return 0;
        }
    }

    private static void print(JsonNode page) {
        page.path("entries").forEach(one -> System.out.println(
                (one.hasNonNull("row") ? "row 行 " + one.path("row").asInt() + " " : "")
                        + CausesCommand.said(one.path("entry"))));
        page.path("statements").forEach(one -> System.out.printf(
                "statement 证明 %s on 依据 %s%s%n", one.path("number").asString(), one.path("entryId").asString(),
                one.hasNonNull("supersededAt") ? " (superseded 已失效)" : ""));
        page.path("recognitions").forEach(one -> System.out.printf(
                "recognition 荣誉 %s %s %s on 依据 %s%n", one.at("/conferred/recognitionId").asString(),
                one.at("/conferred/schemeId").asString(), one.at("/conferred/level").asString(),
                one.path("entries").values()));
    }
}
