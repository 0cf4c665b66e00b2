package ledger.api.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Nominations in public notice (R16) on the command line. */
@Command(
        name = "notices",
        mixinStandardHelpOptions = true,
        description = {"List nominations in public notice; object to one.", "列出正在公示的推荐；提出异议。"},
        subcommands = NoticesCommand.Object.class)
final class NoticesCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        try (Connection connection = Connection.open()) {
            connection.client().get("/api/v1/notices").path("notices").forEach(NoticesCommand::print);
            return 0;
        }
    }

    private static void print(JsonNode one) {
        System.out.printf(
                "%s  %s/%s  %s  %s%n",
                one.path("nomination").asString(),
                one.path("scheme").asString(),
                one.path("level").asString(),
                subject(one),
                one.path("objected").asBoolean()
                        ? "objected 异议暂停"
                        : "until 公示至 " + one.path("noticeTo").asString());
    }

    /** Whom it is about, as far as the reader may know. */
    static String subject(JsonNode notice) {
        return notice.path("organization").asString(
                notice.path("volunteer").asString("a volunteer of 志愿者，推荐单位 " + notice.path("nominatedFor").asString()));
    }

    /** Somebody says what speaks against it. */
    @Command(
            name = "object",
            mixinStandardHelpOptions = true,
            description = {"Object to a nomination; its notice stands still.", "对推荐提出异议，公示暂停。"})
    static final class Object implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = {"Id of the nomination.", "推荐的编号。"})
        private String id = "";

        @Option(names = "--reason", paramLabel = "WORDS", required = true, description = {"Why.", "理由。"})
        private String reason = "";

        @Override
        public Integer call() {
            try (Connection connection = Connection.open()) {
                System.out.println(connection.client()
                        .post("/api/v1/notices/" + LedgerClient.segment(id) + "/objections", Map.of("reason", reason))
                        .path("id").asString());
                return 0;
            }
        }
    }
}
