package ledger.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** A draft of a scheme asked of everybody, on the command line. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Ask a draft of a scheme of everybody, beside the version in use: who gains, who loses, and why; "
                    + "or a rulebook about every session.",
            "用草案对所有人试算，与在用版本对照：谁提高、谁降低、为什么；或按规则集重新判定每次服务。"
        },
        subcommands = SimulateCommand.Sign.class)
final class SimulateCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FILE|EDITION", description = {
        "A document of a scheme, or a version at hand such as cn-fj-star/2013.", "方案文件，或已有版本，如 cn-fj-star/2013。"
    })
    private @Nullable String draft;

    @Option(names = "--rulebook", description = {
        "It is a rulebook: every session as it came is judged by it (law-only/2021-1, or a file).",
        "这是规则集：按它重新判定每一次服务（law-only/2021-1 或文件）。"
    })
    private boolean rulebook;

    @Option(names = "--against", paramLabel = "EDITION", description = {
        "Beside this version (default: the one in use that it would replace).", "与该版本对照（默认与它将取代的在用版本对照）。"
    })
    private @Nullable String against;

    @Option(names = "--day", paramLabel = "DAY", description = {
        "Ask both for this day (default: today).", "按该日评定（默认今天）。"
    })
    private @Nullable String day;

    @Option(names = "--csv", paramLabel = "FILE", description = {"Write all changes as a table.", "将全部变化写成表格。"})
    private @Nullable Path csv;

    @Option(names = "--ndjson", paramLabel = "FILE", description = {
        "Write all changes as lines of JSON.", "将全部变化写成 JSON 行。"
    })
    private @Nullable Path ndjson;

    @Option(names = "--json", description = {"Print the outcome as JSON.", "以 JSON 输出结果。"})
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (draft == null) {
            System.err.println("name a file or an edition 请给出方案文件或版本");
            return 2;
        }
        Map<String, Object> asked = new LinkedHashMap<>();
        Path file = Path.of(draft);
        if (Files.exists(file)) {
            asked.put(rulebook ? "rulebook" : "text", Files.readString(file));
        } else {
            asked.put(rulebook ? "rulebookEdition" : "edition", draft);
        }
        if (against != null) {
            asked.put("against", against);
        }
        if (day != null) {
            asked.put("day", day);
        }
        try (Connection connection = Connection.open()) {
            LedgerClient client = connection.client();
            JsonNode job = new RosterJobs(client).simulate(asked);
            String id = job.path("job").asString();
            if (json) {
                System.out.println(job.path(rulebook ? "judged" : "simulation"));
            } else if (rulebook) {
                printJudged(job.path("judged"));
            } else {
                print(id, job.path("simulation"));
            }
            write(client, id, "csv", csv);
            write(client, id, "ndjson", ndjson);
            return 0;
        }
    }

    private static void write(LedgerClient client, String job, String format, @Nullable Path file) {
        if (file != null) {
            client.download("/api/v1/simulations/" + job + "/changes?format=" + format, file);
            System.err.println("written 已写入 " + file);
        }
    }

    private static void print(String job, JsonNode outcome) {
        System.out.printf(
                "%s: %s beside 对照 %s, day 评定日 %s, as known at 所知位置 %d%n", job, outcome.path("draft").asString(),
                outcome.path("against").asString("-"), outcome.path("day").asString(),
                outcome.path("position").asLong());
        System.out.printf(
                "asked 评定 %d: gain 提高 %d, lose 降低 %d, change 改变 %d; minutes counted 计入分钟 %d -> %d%n",
                outcome.path("subjects").asInt(), outcome.path("gain").asInt(), outcome.path("lose").asInt(),
                outcome.path("other").asInt(), outcome.path("minutesBefore").asLong(),
                outcome.path("minutesAfter").asLong());
        System.out.println("levels 各级人数 " + outcome.path("levelsBefore") + " -> " + outcome.path("levelsAfter"));
        System.out.println("in effect from 生效日 " + outcome.path("effectiveFrom").asString()
                + ", digest of changes 变化摘要 " + outcome.path("digest").asString());
        System.out.println("another person signs 由另一人签字: ./ledger simulate sign " + job + " --signed-by NAME");
    }

    private static void printJudged(JsonNode outcome) {
        System.out.printf(
                "%s, as known at 所知位置 %d: sessions 服务 %d, changed 有变化 %d, other days 起计日不同 %d%n",
                outcome.path("draft").asString(), outcome.path("position").asLong(), outcome.path("sessions").asInt(),
                outcome.path("changed").asInt(), outcome.path("dates").asInt());
        System.out.println("fates 结果 " + outcome.path("before") + " -> " + outcome.path("after"));
        System.out.println("reasons 原因 " + outcome.path("reasonsBefore") + " -> " + outcome.path("reasonsAfter"));
        System.out.printf(
                "late 逾期 %d -> %d%ndigest of changes 变化摘要 %s%n", outcome.path("lateBefore").asInt(),
                outcome.path("lateAfter").asInt(), outcome.path("digest").asString());
    }

    /** A second person puts into use what was simulated. */
    @Command(
            name = "sign",
            mixinStandardHelpOptions = true,
            description = {
                "Put into use what was simulated, word for word; not by the one who asked for it (LEDGER_TOKEN).",
                "将试算过的原文签字启用；须由发起人以外的人签字（LEDGER_TOKEN）。"
            })
    static final class Sign implements Callable<Integer> {

        @Parameters(paramLabel = "JOB", description = {"The simulation.", "试算编号。"})
        private String job = "";

        @Option(names = "--signed-by", required = true, paramLabel = "NAME", description = {
            "Who answers for it.", "签字负责人。"
        })
        private String signedBy = "";

        @Override
        public Integer call() {
            try (Connection connection = Connection.open()) {
                JsonNode scheme = connection.client().post(
                        "/api/v1/simulations/" + LedgerClient.segment(job) + "/signature",
                        Map.of("signedBy", signedBy));
                System.out.printf(
                        "in use 已启用 %s/%s, in effect from 生效日 %s%n", scheme.path("scheme").asString(),
                        scheme.path("version").asString(), scheme.path("effectiveFrom").asString());
                return 0;
            }
        }
    }
}
