package ledger.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Complaints about volunteers and organizations (F1.19, F2.1) on the command line. */
@Command(
        name = "complaints",
        mixinStandardHelpOptions = true,
        description = {"List complaints with their last days; raise, answer or close one.", "列出投诉及期限；提出、答复或办结。"},
        subcommands = {
            ComplaintsCommand.Raise.class, ComplaintsCommand.Answer.class, ComplaintsCommand.Close.class
        })
final class ComplaintsCommand implements Callable<Integer> {

    @Option(names = "--state", paramLabel = "STATE", defaultValue = "open", description = {
        "open, justified or unfounded.", "open（处理中）、justified（属实）或 unfounded（不属实）。"
    })
    private String state = "open";

    @Option(names = "--overdue", description = {"Only those whose last day is over.", "只列已逾期的。"})
    private boolean overdue;

    @Override
    public Integer call() {
        try (Connection connection = Connection.open()) {
            connection.client()
                    .get("/api/v1/complaints?state=" + LedgerClient.segment(state) + (overdue ? "&overdue=true" : ""))
                    .path("complaints").forEach(ComplaintsCommand::print);
            return 0;
        }
    }

    private static void print(JsonNode one) {
        String lastDay = one.path(one.hasNonNull("answer") ? "closeBy" : "answerBy").asString("");
        System.out.printf(
                "%s  %s  %s  %s%s  %s%n",
                one.path("id").asString(),
                one.path("volunteer").asString(one.path("organization").asString("—")),
                one.path("raisedOn").asString(),
                lastDay.isEmpty() ? "—" : "by 期限 " + lastDay,
                one.path("overdue").asBoolean() ? " overdue 已逾期" : "",
                one.path("words").asString("—"));
    }

    private static int post(String door, Map<String, ?> words) {
        try (Connection connection = Connection.open()) {
            System.out.println(connection.client().post("/api/v1/" + door, words).path("id").asString());
            return 0;
        }
    }

    /** Whom it is about. */
    private static final class About {

        @Option(names = "--volunteer", paramLabel = "NUMBER", description = {"A volunteer's number.", "志愿者编号。"})
        private @Nullable String volunteer;

        @Option(names = "--organization", paramLabel = "CODE", description = {"Code of an organization.", "组织代码。"})
        private @Nullable String organization;

        private String door() {
            return volunteer == null
                    ? "organizations/" + LedgerClient.segment(String.valueOf(organization))
                    : "volunteers/" + LedgerClient.segment(volunteer);
        }
    }

    /** Somebody complains. */
    @Command(
            name = "raise",
            mixinStandardHelpOptions = true,
            description = {"Complain about a volunteer or an organization.", "投诉某志愿者或组织。"})
    static final class Raise implements Callable<Integer> {

        @ArgGroup(multiplicity = "1")
        private About about = new About();

        @Option(names = "--entry", paramLabel = "ENTRY", description = {"The entry it is about.", "涉及的记录。"})
        private @Nullable String entry;

        @Option(names = "--reason", paramLabel = "WORDS", required = true, description = {"What is wrong.", "事由。"})
        private String reason = "";

        @Override
        public Integer call() {
            Map<String, Object> asked = new LinkedHashMap<>();
            asked.put("entry", entry);
            asked.put("reason", reason);
            return post(about.door() + "/complaints", asked);
        }
    }

    /** Whom it is about says what there is to say. */
    @Command(name = "answer", mixinStandardHelpOptions = true, description = {"Answer one.", "答复。"})
    static final class Answer implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = {"Its id.", "编号。"})
        private String id = "";

        @Option(names = "--reason", paramLabel = "WORDS", required = true, description = {"The answer.", "答复内容。"})
        private String reason = "";

        @Override
        public Integer call() {
            return post("complaints/" + LedgerClient.segment(id) + "/answer", Map.of("reason", reason));
        }
    }

    /** It is decided, by another person than who complained. */
    @Command(name = "close", mixinStandardHelpOptions = true, description = {"Close one.", "办结。"})
    static final class Close implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = {"Its id.", "编号。"})
        private String id = "";

        @Option(names = "--justified", required = true, arity = "1", paramLabel = "true|false", description = {
            "Whether it is right.", "是否属实。"
        })
        private boolean justified;

        @Option(names = "--reason", paramLabel = "WORDS", required = true, description = {"Why.", "理由。"})
        private String reason = "";

        @Override
        public Integer call() {
            return post(
                    "complaints/" + LedgerClient.segment(id) + "/closing",
                    Map.of("justified", justified, "reason", reason));
        }
    }
}
