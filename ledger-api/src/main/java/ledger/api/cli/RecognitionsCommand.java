package ledger.api.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What waits for a person among recognitions, on the command line. */
@Command(
        name = "recognitions",
        mixinStandardHelpOptions = true,
        description = {
            "List recognitions under review, or nominations; decide about one.", "列出待复核的授予或待审定的推荐，并作出决定。"
        },
        subcommands = {
            RecognitionsCommand.Confirm.class, RecognitionsCommand.Withdraw.class, RecognitionsCommand.Decline.class
        })
final class RecognitionsCommand implements Callable<Integer> {

    @Option(names = "--state", paramLabel = "STATE", defaultValue = "under-review", description = {
        "nominated, declined, conferred, under-review or withdrawn.", "nominated（待审定）、under-review（待复核）等。"
    })
    private String state = "under-review";

    @Override
    public Integer call() {
        try (Connection connection = Connection.open()) {
            connection.client().get("/api/v1/recognitions?state=" + state).path("recognitions")
                    .forEach(RecognitionsCommand::print);
            return 0;
        }
    }

    private static void print(JsonNode one) {
        JsonNode level = one.hasNonNull("conferred") ? one.path("conferred") : one.path("nomination");
        System.out.printf(
                "%s  %s/%s  %s  %s%n",
                one.path("recognitionId").asString(),
                one.path("schemeId").asString(),
                level.path("level").asString(),
                one.path("subjectId").asString(),
                one.hasNonNull("changedEntry")
                        ? one.path("changedEntry").asString() + " @" + one.path("changedAt").asLong()
                        : "");
    }

    private static int decide(String id, String decision, Map<String, String> words) {
        try (Connection connection = Connection.open()) {
            connection.client().post("/api/v1/recognitions/" + id + "/" + decision, words);
            System.out.println(id + ": " + decision);
            return 0;
        }
    }

    /** It holds all the same. */
    @Command(
            name = "confirm",
            mixinStandardHelpOptions = true,
            description = {"Confirm one that is under review.", "复核后确认授予。"})
    static final class Confirm implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = {"Its id.", "编号。"})
        private String id = "";

        @Option(names = "--reason", paramLabel = "WORDS", required = true, description = {"Why.", "理由。"})
        private String reason = "";

        @Override
        public Integer call() {
            return decide(id, "confirmation", Map.of("reason", reason));
        }
    }

    /** It holds no more. */
    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = {"Withdraw one that is under review.", "复核后撤销授予。"})
    static final class Withdraw implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = {"Its id.", "编号。"})
        private String id = "";

        @Option(names = "--reason-code", paramLabel = "WORD", required = true, description = {
            "A short stable word, such as hours-corrected.", "简短固定的原因代码，如 hours-corrected。"
        })
        private String reasonCode = "";

        @Option(names = "--reason", paramLabel = "WORDS", description = {"In your own words.", "说明。"})
        private String reason = "";

        @Override
        public Integer call() {
            return decide(id, "withdrawal", Map.of("reasonCode", reasonCode, "reason", reason));
        }
    }

    /** A nomination is not followed. */
    @Command(
            name = "decline",
            mixinStandardHelpOptions = true,
            description = {"Decline a nomination.", "不予授予。"})
    static final class Decline implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = {"Its id.", "编号。"})
        private String id = "";

        @Option(names = "--reason", paramLabel = "WORDS", required = true, description = {"Why.", "理由。"})
        private String reason = "";

        @Override
        public Integer call() {
            return decide(id, "decline", Map.of("reason", reason));
        }
    }
}
