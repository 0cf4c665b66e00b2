package ledger.api.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Reports of false hours (R25) on the command line. */
@Command(
        name = "false-hours",
        mixinStandardHelpOptions = true,
        description = {
            "List reports of false hours; report some, find or dismiss them.", "列出虚报时长的提出；提出、认定或驳回。"
        },
        subcommands = {
            FalseHoursCommand.Report.class, FalseHoursCommand.Find.class, FalseHoursCommand.Dismiss.class
        })
final class FalseHoursCommand implements Callable<Integer> {

    @Option(names = "--state", paramLabel = "STATE", defaultValue = "reported", description = {
        "reported, found or dismissed.", "reported（已提出）、found（已认定）或 dismissed（已驳回）。"
    })
    private String state = "reported";

    @Override
    public Integer call() {
        try (Connection connection = Connection.open()) {
            connection.client().get("/api/v1/false-hours?state=" + state).path("reports")
                    .forEach(FalseHoursCommand::print);
            return 0;
        }
    }

    private static void print(JsonNode one) {
        JsonNode report = one.path("report");
        System.out.printf(
                "%s  %s  %s  %s  %s%n",
                report.path("caseId").asString(),
                report.path("subjectId").asString(),
                report.path("reportedOn").asString(),
                report.path("reasonCode").asString(),
                String.join(" ", report.path("entryIds").valueStream().map(JsonNode::asString).toList()));
    }

    private static int ask(String door, Map<String, ?> words) {
        try (Connection connection = Connection.open()) {
            System.out.println(connection.client().post("/api/v1/" + door, words).path("id").asString());
            return 0;
        }
    }

    /** Somebody holds entries of a volunteer to be false. */
    @Command(
            name = "report",
            mixinStandardHelpOptions = true,
            description = {"Report entries of a volunteer as false.", "提出某志愿者的记录系虚报。"})
    static final class Report implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "NUMBER", description = {"The volunteer's number.", "志愿者编号。"})
        private String number = "";

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "ENTRY", description = {
            "Ids of the entries.", "记录编号。"
        })
        private List<String> entries = List.of();

        @Option(names = "--reason-code", paramLabel = "WORD", required = true, description = {
            "A short stable word, such as never-served.", "简短固定的原因代码，如 never-served。"
        })
        private String reasonCode = "";

        @Option(names = "--reason", paramLabel = "WORDS", description = {"In your own words.", "说明。"})
        private String reason = "";

        @Option(names = "--bar-years", paramLabel = "YEARS", description = {
            "Years without awards that are asked for.", "建议不予评定的年数。"
        })
        private @Nullable Integer barYears;

        @Override
        public Integer call() {
            Map<String, Object> asked = new LinkedHashMap<>();
            asked.put("entries", entries);
            asked.put("reasonCode", reasonCode);
            asked.put("reason", reason);
            asked.put("barYears", barYears);
            return ask("volunteers/" + number + "/false-hours", asked);
        }
    }

    /** Another person finds so. */
    @Command(
            name = "find",
            mixinStandardHelpOptions = true,
            description = {
                "Find reported hours to be false; schemes bar from today on.", "认定虚报，自今日起按各方案不予评定。"
            })
    static final class Find implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = {"Id of the report.", "编号。"})
        private String id = "";

        @Option(names = "--reason", paramLabel = "WORDS", required = true, description = {"Why.", "理由。"})
        private String reason = "";

        @Override
        public Integer call() {
            return ask("false-hours/" + id + "/finding", Map.of("reason", reason));
        }
    }

    /** It is not so. */
    @Command(
            name = "dismiss",
            mixinStandardHelpOptions = true,
            description = {"Dismiss a report.", "驳回提出。"})
    static final class Dismiss implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = {"Id of the report.", "编号。"})
        private String id = "";

        @Option(names = "--reason", paramLabel = "WORDS", required = true, description = {"Why.", "理由。"})
        private String reason = "";

        @Override
        public Integer call() {
            return ask("false-hours/" + id + "/dismissal", Map.of("reason", reason));
        }
    }
}
