package ledger.api.cli;

import java.util.LinkedHashMap;
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

    static final String SUBJECT_EN =
            "entry:ID, volunteer:NUMBER, organization:CODE, submission:ID, statement:NUMBER, recognition:ID or "
                    + "actor:TOKEN-ID.";
    static final String SUBJECT_ZH =
            "entry:记录、volunteer:编号、organization:代码、submission:申报编号、statement:证明编号、"
                    + "recognition:荣誉编号 或 actor:令牌编号。";

    @Parameters(paramLabel = "SUBJECT", description = {SUBJECT_EN, SUBJECT_ZH})
    private String of = "";

    @Option(names = "--json", description = {"Print each fact as JSON.", "逐条以 JSON 输出。"})
    private boolean json;

    @Override
    public Integer call() {
        Map<String, String> asked = new LinkedHashMap<>(Map.of("of", of, "limit", "1000"));
        try (Connection connection = Connection.open()) {
            JsonNode page;
            do {
                page = connection.client().get("/api/v1/histories" + LedgerClient.query(asked));
                page.path("facts").forEach(this::print);
                asked.put("cursor", page.path("next").asString(""));
            } while (page.hasNonNull("next"));
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
