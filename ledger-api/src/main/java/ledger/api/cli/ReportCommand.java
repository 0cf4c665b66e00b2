package ledger.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Prints an organization's annual report, or which organizations have not been active. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "An organization's annual report; without one, the organizations without activity for twelve months.",
            "某组织的年度报告；不指定组织时，列出十二个月没有活动的组织。"
        })
final class ReportCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "ORGANIZATION", description = {"Its code or name.", "组织代码或名称。"})
    private @Nullable String organization;

    @Option(names = "--year", paramLabel = "YEAR", description = {"Default: the present one.", "年份，默认今年。"})
    private @Nullable Integer year;

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Option(names = "--json", description = {"Print the whole answer as JSON.", "以 JSON 输出全部结果。"})
    private boolean json;

    @Override
    public Integer call() {
        try (Connection connection = Connection.open()) {
            JsonNode answer = connection.client().get(path());
            if (json) {
                System.out.println(answer);
            } else if (organization == null) {
                printInactive(answer);
            } else {
                printReport(answer);
            }
            return 0;
        }
    }

    private String path() {
        if (organization == null) {
            return "/api/v1/inactive-organizations";
        }
        Map<String, String> asked = new LinkedHashMap<>();
        if (year != null) {
            asked.put("year", year.toString());
        }
        asOf.addTo(asked);
        return "/api/v1/organizations/" + LedgerClient.segment(organization) + "/annual-report"
                + LedgerClient.query(asked);
    }

    private static void printInactive(JsonNode answer) {
        System.out.printf(
                "no standing service 无有效服务 %s..%s: %d%n", answer.path("since").asString(),
                answer.path("until").asString(), answer.path("organizations").size());
        answer.path("organizations").forEach(one -> System.out.printf(
                "  %s %s, last 最近一次 %s%n", one.path("code").asString(), one.path("name").asString(),
                one.path("lastServedOn").asString("-")));
    }

    private static void printReport(JsonNode answer) {
        JsonNode report = answer.path("report");
        System.out.printf(
                "%s %s %d, as of 截至 %d%n", answer.path("organization").asString(), answer.path("name").asString(),
                answer.path("year").asInt(), answer.path("asOf").asLong());
        System.out.printf(
                "records 记录 %d, late 逾期 %d, corrections 更正 %d, revocations 撤销 %d, reinstatements 恢复 %d, "
                        + "objections 异议 %d, upheld 成立 %d%n",
                report.path("records").asLong(), report.path("lateRecords").asLong(),
                report.path("corrections").asLong(), report.path("revocations").asLong(),
                report.path("reinstatements").asLong(), report.path("objections").asLong(),
                report.path("objectionsUpheld").asLong());
        System.out.printf(
                "certified minutes 认定分钟 %d (credit 信用 %d, honour 荣誉 %d), learning 培训 %d; person-times 人次 %d, "
                        + "volunteers 人数 %d%n",
                report.path("certifiedMinutes").asLong(), report.path("creditMinutes").asLong(),
                report.path("honourMinutes").asLong(), report.path("learningMinutes").asLong(),
                report.path("personTimes").asLong(), report.path("volunteers").asLong());
        System.out.printf(
                "statements 证明 %d, superseded 已失效 %d%n", report.path("statements").asLong(),
                report.path("superseded").asLong());
    }
}
