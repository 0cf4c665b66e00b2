package ledger.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

import ledger.projections.LedgerJson;

/** Prints a volunteer's hours, statement lines and levels, of any days of service and as known at any time. */
@Command(
        name = "hours",
        mixinStandardHelpOptions = true,
        description = {
            "A volunteer's hours, lines of a statement and levels reached, as known now or earlier.",
            "某志愿者的时长、证明条目和达到的等级，可查现在或以前所知。"
        })
final class HoursCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NUMBER", description = {"The volunteer's number.", "志愿者编号。"})
    private String number = "";

    @Mixin
    private ServedDaysOption days = new ServedDaysOption();

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Mixin
    private SchemeDayOption day = new SchemeDayOption();

    @Option(names = "--json", description = {"Print the whole answers as JSON.", "以 JSON 输出全部结果。"})
    private boolean json;

    @Override
    public Integer call() {
        Map<String, String> asked = new LinkedHashMap<>();
        days.addTo(asked);
        asOf.addTo(asked);
        Map<String, String> ofSchemes = new LinkedHashMap<>(asked);
        day.addTo(ofSchemes);
        try (Connection connection = Connection.open()) {
            String volunteer = "/api/v1/volunteers/" + number;
            Map<String, JsonNode> told = new LinkedHashMap<>();
            for (String what : new String[] {"hours", "lines", "recognition"}) {
                String query = LedgerClient.query(what.equals("recognition") ? ofSchemes : asked);
                told.put(what, connection.client().get(volunteer + "/" + what + query));
            }
            if (json) {
                System.out.println(LedgerJson.write(told));
            } else {
                told.forEach((what, answer) -> print(what, answer));
            }
            return 0;
        }
    }

    private static void print(String what, JsonNode told) {
        switch (what) {
            case "hours" -> System.out.printf(
                    "as of 截至 %d (position 位置 %d)%ncertified 认定 %d min 分钟 (credit 信用 %d, honour 荣誉 %d), "
                            + "in notice 公示中 %d, held 待处理 %d, learning 培训 %d%n",
                    told.path("asOf").asLong(), told.path("position").asLong(), told.path("certifiedMinutes").asInt(),
                    told.path("creditMinutes").asInt(), told.path("honourMinutes").asInt(),
                    told.path("inNoticeMinutes").asInt(), told.path("heldMinutes").asInt(),
                    told.path("learningMinutes").asInt());
            case "lines" -> {
                told.path("statement").path("lines").forEach(line -> System.out.printf(
                        "  %s %d min %s %s (%s)%n",
                        line.path("servedOn").asString(), line.path("minutes").asInt(),
                        line.path("activityName").asString(), line.path("recordingUnit").path("name").asString(),
                        line.path("entryId").asString()));
                System.out.println("lines' digest 条目摘要 " + told.path("digest").asString());
            }
            default -> told.path("verdicts").forEach(verdict -> System.out.printf(
                    "%s/%s %s: %d min 分钟, reached 达到 %s, next 下一级 %s%n",
                    verdict.path("schemeId").asString(), verdict.path("schemeVersion").asString(),
                    verdict.path("asOf").asString(), verdict.path("minutes").asInt(),
                    verdict.path("reached").isEmpty() ? "-" : verdict.path("reached").values(),
                    verdict.at("/next/level").asString("-")));
        }
    }
}
