package ledger.api.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Takes a whole roster back. */
@Command(
        name = "reverse",
        mixinStandardHelpOptions = true,
        description = {
            "Take a whole roster back; a corrected file may then use the same record ids.",
            "撤回整份花名册；改正后的文件可沿用原来的来源编号。"
        })
final class ReverseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SUBMISSION", description = {"Id that import printed.", "导入时显示的申报编号。"})
    private String submission = "";

    @Option(names = "--reason", paramLabel = "WORDS", defaultValue = "", description = {
        "Why; kept with every entry taken back.", "撤回原因，随每条记录保存。"
    })
    private String reason = "";

    @Option(names = "--preview", description = {"Only show what would change.", "只查看会有哪些变化。"})
    private boolean preview;

    @Override
    public Integer call() {
        if (reason.isBlank() && !preview) {
            System.err.println("--reason is needed 请用 --reason 写明原因");
            return 2;
        }
        try (Connection connection = Connection.open()) {
            if (preview) {
                show(connection.client().post(
                        "/api/v1/rosters/" + submission + "/reversal?preview=true", Map.of()));
            } else {
                new RosterJobs(connection.client()).reverse(submission, reason);
            }
            return 0;
        }
    }

    private static void show(JsonNode preview) {
        preview.path("entries").forEach(one -> System.out.printf(
                "%s: entries 记录 %d, minutes 分钟 %d, volunteers 志愿者 %d%n",
                one.path("state").asString(), one.path("entries").asInt(), one.path("minutes").asLong(),
                one.path("volunteers").asInt()));
        System.out.println("statements superseded 将被取代的证明: " + preview.path("statements").size());
    }
}
