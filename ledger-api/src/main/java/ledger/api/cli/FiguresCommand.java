package ledger.api.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Figures of the city on the command line. */
@Command(
        name = "figures",
        mixinStandardHelpOptions = true,
        description = {
            "People, service and the activity rate of the city, each figure with its formula.",
            "全市的人数、服务与活跃度；每个数字都有口径。"
        },
        subcommands = {
            FiguresCommand.Ranking.class, FiguresCommand.Coverage.class, FiguresCommand.Entries.class
        })
final class FiguresCommand implements Callable<Integer> {

    @Mixin
    private FigureScopeOption scope = new FigureScopeOption();

    @Option(names = "--by", paramLabel = "WHAT", description = {
        "Also by organization, category, evidence, station, grid, district, year, month or day.",
        "并按组织、类别、证据等级、站点、网格、区县、年、月或日分列。"
    })
    private @Nullable String by;

    @Option(names = "--persons", description = {
        "Count people in each row; looks at the entries.", "每行统计人数；需查看记录本身。"
    })
    private boolean persons;

    @Override
    public Integer call() {
        Map<String, String> asked = scope.asked();
        FigureScopeOption.add(asked, "by", by);
        if (persons) {
            asked.put("persons", "true");
        }
        return scope.tell("/api/v1/figures", asked, FiguresCommand::print);
    }

    private static void print(JsonNode answer) {
        FigureScopeOption.print(answer);
        answer.path("figures").forEach(figure -> System.out.printf(
                "%s %s%n    %s%n    %s%n", figure.path("name").asString(),
                figure.hasNonNull("value")
                        ? figure.path("value").asLong()
                        : figure.hasNonNull("percent") ? figure.path("percent").asString() + " %" : "-",
                figure.path("formula").path("zh").asString(), figure.path("formula").path("en").asString()));
        answer.path("rows").forEach(FigureScopeOption::printRow);
    }

    /** Ranks by a measure that must be named. */
    @Command(
            name = "ranking",
            mixinStandardHelpOptions = true,
            description = {"The first ones by a measure; equals share a rank.", "按指定量度排名；数值相同名次相同。"})
    static final class Ranking implements Callable<Integer> {

        @Mixin
        private FigureScopeOption scope = new FigureScopeOption();

        @Option(names = "--of", required = true, paramLabel = "WHAT", description = {
            "organization, category, station, grid, district, volunteer or a period.",
            "组织、类别、站点、网格、区县、志愿者或时期：organization、category 等。"
        })
        private String of = "";

        @Option(names = "--measure", required = true, paramLabel = "MEASURE", description = {
            "minutes, person-times or persons.", "量度：minutes 分钟、person-times 人次、persons 人数。"
        })
        private String measure = "";

        @Option(names = "--ranks", paramLabel = "N", defaultValue = "10", description = {
            "How many ranks (default: ${DEFAULT-VALUE}).", "名次数。"
        })
        private int ranks = 10;

        @Override
        public Integer call() {
            Map<String, String> asked = scope.asked();
            asked.put("of", of);
            asked.put("measure", measure);
            asked.put("ranks", Integer.toString(ranks));
            return scope.tell("/api/v1/figures/ranking", asked, answer -> {
                FigureScopeOption.print(answer);
                System.out.printf(
                        "%s by 按 %s: %s %s%n", answer.path("of").asString(), answer.path("measure").asString(),
                        answer.path("formula").path("zh").asString(), answer.path("formula").path("en").asString());
                answer.path("rows").forEach(FigureScopeOption::printRow);
            });
        }
    }

    /** Which grids and stations had service. */
    @Command(
            name = "coverage",
            mixinStandardHelpOptions = true,
            description = {
                "How many grids and stations had service, and which had none.", "多少网格和站点有服务，哪些没有。"
            })
    static final class Coverage implements Callable<Integer> {

        @Mixin
        private FigureScopeOption scope = new FigureScopeOption();

        @Option(names = "--show", paramLabel = "WHICH", description = {
            "List those unserved (default), served, or all.", "列出无服务的 unserved（默认）、有服务的 served 或全部 all。"
        })
        private @Nullable String show;

        @Override
        public Integer call() {
            Map<String, String> asked = scope.asked();
            FigureScopeOption.add(asked, "show", show);
            return scope.tell("/api/v1/figures/coverage", asked, answer -> {
                FigureScopeOption.print(answer);
                print("grids 网格", answer.path("grids"));
                print("stations 站点", answer.path("stations"));
            });
        }

        private static void print(String what, JsonNode coverage) {
            System.out.printf(
                    "%s: all 全部 %d, served 有服务 %d, unserved 无服务 %d, %s %%%n    %s%n    %s%n", what,
                    coverage.path("all").asLong(), coverage.path("served").asLong(),
                    coverage.path("unserved").asLong(), coverage.path("percent").asString("-"),
                    coverage.path("formula").path("zh").asString(), coverage.path("formula").path("en").asString());
            coverage.path("places").forEach(place -> System.out.printf(
                    "  %s %s %s: person-times 人次 %d, minutes 分钟 %d%n", place.path("code").asString(),
                    place.path("name").asString(), place.path("district").asString(""),
                    place.path("personTimes").asLong(), place.path("minutes").asLong()));
        }
    }

    /** The entries that a figure is the sum of. */
    @Command(
            name = "entries",
            mixinStandardHelpOptions = true,
            description = {"The entries behind a figure, with its count and sum.", "数字背后的记录，及其条数与合计。"})
    static final class Entries implements Callable<Integer> {

        @Mixin
        private FigureScopeOption scope = new FigureScopeOption();

        @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = {
            "How many at most, 1 to 1000 (default: ${DEFAULT-VALUE}).", "最多列出条数，1 至 1000。"
        })
        private int limit = 100;

        @Override
        public Integer call() {
            Map<String, String> asked = scope.asked();
            asked.put("limit", Integer.toString(limit));
            return scope.tell("/api/v1/figures/entries", asked, answer -> {
                FigureScopeOption.print(answer);
                System.out.printf(
                        "person-times 人次 %d, persons 人数 %d, minutes 分钟 %d%n", answer.path("personTimes").asLong(),
                        answer.path("persons").asLong(), answer.path("minutes").asLong());
                answer.path("entries").forEach(entry -> System.out.printf(
                        "  %s %s %d min %s %s%n", entry.path("entryId").asString(),
                        entry.path("time").path("servedOn").asString(), entry.path("time").path("minutes").asInt(),
                        entry.path("evidence").asString(), entry.path("activity").path("name").asString()));
            });
        }
    }
}
