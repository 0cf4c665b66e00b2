package ledger.api.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Honours in a volunteer's record (F1.8) on the command line. */
@Command(
        name = "honours",
        mixinStandardHelpOptions = true,
        description = {"List the honours in a volunteer's record; record or revoke one.", "列出某志愿者的荣誉记录；登记或撤销。"},
        subcommands = {HonoursCommand.Add.class, HonoursCommand.Revoke.class})
final class HonoursCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "NUMBER", description = {"The volunteer's number.", "志愿者编号。"})
    private String number = "";

    @Override
    public Integer call() {
        if (number.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "the volunteer's number is missing; give it after the word\n缺少志愿者编号，请写在命令之后");
        }
        try (Connection connection = Connection.open()) {
            connection.client().get("/api/v1/volunteers/" + LedgerClient.segment(number) + "/honours")
                    .path("honours").forEach(HonoursCommand::print);
            return 0;
        }
    }

    private static void print(JsonNode one) {
        JsonNode honour = one.path("honour");
        System.out.printf(
                "%s  %s  %s  %s  %s%n",
                honour.path("honourId").asString(),
                honour.path("awardedOn").asString(),
                honour.path("name").asString(),
                honour.path("awardedBy").asString(),
                honour.path("origin").asString().toLowerCase(Locale.ROOT));
    }

    /** Each origin has its own rule of evidence. */
    @Command(
            name = "record",
            mixinStandardHelpOptions = true,
            description = {
                "Record one: own needs nothing more, government needs --material, other needs --requested-on and "
                        + "--verification.",
                "登记：own（本单位）无需其他，government（县级以上政府）须 --material，other（其他单位）须 --requested-on 和 --verification。"
            })
    static final class Add implements Callable<Integer> {

        @Parameters(paramLabel = "NUMBER", description = {"The volunteer's number.", "志愿者编号。"})
        private String number = "";

        @Option(names = "--origin", paramLabel = "ORIGIN", required = true, description = {
            "own, government or other.", "own、government 或 other。"
        })
        private String origin = "";

        @Option(names = "--name", paramLabel = "NAME", required = true, description = {"Its name.", "荣誉名称。"})
        private String name = "";

        @Option(names = "--awarded-by", paramLabel = "BODY", description = {
            "The awarding body; not for own.", "授予单位；own 不填。"
        })
        private @Nullable String awardedBy;

        @Option(names = "--awarded-on", paramLabel = "DAY", required = true, description = {"The day.", "授予日期。"})
        private String awardedOn = "";

        @Option(names = "--material", paramLabel = "WORDS", description = {
            "What the volunteer supplied, or where it is kept.", "本人提供的材料及存放处。"
        })
        private @Nullable String material;

        @Option(names = "--verification", paramLabel = "WORDS", description = {
            "How it was verified, and with whom.", "如何、向谁核实。"
        })
        private @Nullable String verification;

        @Option(names = "--requested-on", paramLabel = "DAY", description = {
            "The day on which the volunteer asked for it.", "本人申请日期。"
        })
        private @Nullable String requestedOn;

        @Override
        public Integer call() {
            Map<String, Object> asked = new LinkedHashMap<>();
            asked.put("origin", origin.toUpperCase(Locale.ROOT));
            asked.put("name", name);
            asked.put("awardedBy", awardedBy);
            asked.put("awardedOn", awardedOn);
            asked.put("material", material);
            asked.put("verification", verification);
            asked.put("requestedOn", requestedOn);
            try (Connection connection = Connection.open()) {
                System.out.println(connection.client()
                        .post("/api/v1/volunteers/" + LedgerClient.segment(number) + "/honours", asked)
                        .path("id").asString());
                return 0;
            }
        }
    }

    /** It was a mistake, or the body took it back. */
    @Command(name = "revoke", mixinStandardHelpOptions = true, description = {"Revoke one.", "撤销。"})
    static final class Revoke implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = {"Its id.", "编号。"})
        private String id = "";

        @Option(names = "--reason-code", paramLabel = "WORD", required = true, description = {
            "A short stable word, such as recorded-by-mistake.", "简短固定的原因代码，如 recorded-by-mistake。"
        })
        private String reasonCode = "";

        @Option(names = "--reason", paramLabel = "WORDS", required = true, description = {"Why.", "理由。"})
        private String reason = "";

        @Override
        public Integer call() {
            try (Connection connection = Connection.open()) {
                System.out.println(connection.client()
                        .post("/api/v1/honours/" + LedgerClient.segment(id) + "/revocation",
                                Map.of("reasonCode", reasonCode, "reason", reason))
                        .path("id").asString());
                return 0;
            }
        }
    }
}
