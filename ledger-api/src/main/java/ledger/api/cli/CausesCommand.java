package ledger.api.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Prints on what a statement, a recognition or an entry rests. */
@Command(
        name = "causes",
        mixinStandardHelpOptions = true,
        description = {
            "On what a statement, a recognition or an entry rests: entries, decisions, file rows, senders.",
            "证明、荣誉或记录的依据：逐条记录、审核、文件行次和报送人。"
        })
final class CausesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SUBJECT", description = {
        "statement:NUMBER, recognition:ID or entry:ID.", "statement:证明编号、recognition:荣誉编号 或 entry:记录。"
    })
    private String of = "";

    @Option(names = "--json", description = {"Print each page as JSON.", "逐页以 JSON 输出。"})
    private boolean json;

    /** Whether the decision itself was told, which every page repeats. */
    private boolean told;

    @Override
    public Integer call() {
        try (Connection connection = Connection.open()) {
            connection.client().pages("/api/v1/causes", Map.of("of", of), "from", page -> {
                if (json) {
                    System.out.println(page);
                } else {
                    print(page);
                }
            });
            return 0;
        }
    }

    private void print(JsonNode page) {
        if (!told) {
            told = true;
            System.out.println(page.path("of").asString());
            page.path("decided").forEach(step -> print("", step));
            if (page.hasNonNull("restsOn")) {
                System.out.printf(
                        "as known at 所知位置 %d, digest holds 摘要相符: %s%n", page.path("restsOn").asLong(),
                        page.path("digestHolds").asBoolean() ? "yes 是" : "NO 否");
            }
        }
        page.path("entries").forEach(one -> {
            System.out.println(said(one.path("entry")));
            one.path("because").forEach(step -> print("  ", step));
        });
        page.path("submissions").forEach(one -> {
            System.out.println(one.path("submission").asString() + " " + one.path("fileName").asString(""));
            one.path("because").forEach(step -> print("  ", step));
        });
    }

    /** An entry in one line. */
    static String said(JsonNode entry) {
        return entry.path("entryId").asString() + " " + entry.at("/time/servedOn").asString() + " "
                + entry.at("/time/minutes").asInt() + " min " + entry.path("state").asString();
    }

    private static void print(String indent, JsonNode step) {
        System.out.printf(
                "  %s%d %s %s, %s %s%s%n", indent, step.path("position").asLong(),
                step.path("recordedAt").asString(), step.path("type").asString(), step.path("role").asString(),
                step.path("actor").asString(),
                step.hasNonNull("row")
                        ? ", " + step.path("submission").asString() + " row 行 " + step.path("row").asInt()
                        : "");
    }
}
