package ledger.api.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Prints every fact about one subject, or written by one actor. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Every fact about one subject, or written by one actor, in order.",
            "某一对象的全部事实，或某一操作者写下的全部事实，按先后排列。"
        })
final class HistoryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SUBJECT", description = {
        "entry:ID, volunteer:NUMBER, organization:CODE, submission:ID, statement:NUMBER, recognition:ID, actor:TOKEN.",
        "entry:记录、volunteer:编号、organization:代码、submission:申报、statement:证明、recognition:荣誉、actor:令牌。"
    })
    private String of = "";

    @Option(names = "--json", description = {"Print each fact as JSON.", "逐条以 JSON 输出。"})
    private boolean json;

    @Override
    public Integer call() {
        try (Connection connection = Connection.open()) {
            connection.client().pages(
                    "/api/v1/histories", Map.of("of", of, "limit", "1000"), "cursor",
                    page -> page.path("facts").forEach(this::print));
            return 0;
        }
    }

    private void print(JsonNode line) {
        if (json) {
            System.out.println(line);
            return;
        }
        JsonNode fact = line.path("fact");
        JsonNode metadata = fact.path("metadata");
        System.out.printf(
                "%8d %s %s, %s %s%s%s%s%n",
                fact.path("position").asLong(), fact.path("recordedAt").asString(), fact.path("type").asString(),
                metadata.path("role").asString(""), metadata.path("actor").asString(""),
                metadata.hasNonNull("row")
                        ? ", " + metadata.path("submission").asString() + " row 行 " + metadata.path("row").asString()
                        : "",
                line.hasNonNull("fileName") ? " (" + line.path("fileName").asString() + ")" : "",
                line.hasNonNull("words") ? ": " + line.path("words").asString() : "");
    }
}
