package ledger.api.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Of what figures are asked, and how they are told. */
final class FigureScopeOption {

    @Mixin
    private ServedDaysOption days = new ServedDaysOption();

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Mixin
    private BranchOption branch = new BranchOption();

    @Option(names = "--grades", paramLabel = "GRADE,…", description = {
        "Evidence of these grades only, such as SYSTEM_TIMED.", "只算这些证据等级，例如 SYSTEM_TIMED。"
    })
    private @Nullable String grades;

    @Option(names = "--category", paramLabel = "CATEGORY", description = {
        "Of this category; empty for those without one.", "只看该类别；空表示没有类别的。"
    })
    private @Nullable String category;

    @Option(names = "--station", paramLabel = "CODE", description = {
        "At this station; empty for those at none.", "只看该站点；空表示未填站点的。"
    })
    private @Nullable String station;

    @Option(names = "--grid", paramLabel = "CODE", description = {
        "In this grid; empty for those in none.", "只看该网格；空表示不在任何网格的。"
    })
    private @Nullable String grid;

    @Option(names = "--district", paramLabel = "NAME", description = {
        "In this district; empty for those in none.", "只看该区县；空表示不在任何区县的。"
    })
    private @Nullable String district;

    @Option(names = "--json", description = {"Print the whole answer as JSON.", "以 JSON 输出全部结果。"})
    private boolean json;

    @Option(names = "--csv", paramLabel = "FILE", description = {"Write a table to this file.", "将表格写入该文件。"})
    private @Nullable Path csv;

    Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        days.addTo(asked);
        asOf.addTo(asked);
        branch.addTo(asked);
        add(asked, "grades", grades);
        add(asked, "category", category);
        add(asked, "station", station);
        add(asked, "grid", grid);
        add(asked, "district", district);
        return asked;
    }

    static void add(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null) {
            asked.put(name, value);
        }
    }

    /** Ask, and print the answer or write the table. */
    int tell(String path, Map<String, String> asked, Consumer<JsonNode> print) {
        try (Connection connection = Connection.open()) {
            if (csv != null) {
                asked.put("format", "csv");
                connection.client().download(path + LedgerClient.query(asked), csv);
                System.out.println("written 已写入 " + csv);
                return 0;
            }
            JsonNode answer = connection.client().get(path + LedgerClient.query(asked));
            if (json) {
                System.out.println(answer);
            } else {
                print.accept(answer);
            }
            return 0;
        }
    }

    /** The scope of an answer, in words. */
    static void print(JsonNode answer) {
        JsonNode scope = answer.path("scope");
        System.out.printf(
                "as of 截至 %d, days 日期 %s..%s, grades 证据等级 %s, area 范围 %s %s%n", answer.path("asOf").asLong(),
                scope.path("from").asString("-"), scope.path("to").asString("-"),
                scope.path("grades").isEmpty() ? "all 全部" : scope.path("grades"), scope.path("area").asString(),
                scope.path("district").asString(""));
    }

    /** A row as it is printed. */
    static void printRow(JsonNode row) {
        System.out.printf(
                "  %s%s %s: person-times 人次 %d%s, minutes 分钟 %d%n",
                row.hasNonNull("rank") ? row.path("rank").asLong() + ". " : "",
                row.path("key").asString("").isEmpty() ? "(none 未填)" : row.path("key").asString(),
                row.path("name").asString(""), row.path("personTimes").asLong(),
                row.hasNonNull("persons") ? ", persons 人数 " + row.path("persons").asLong() : "",
                row.path("minutes").asLong());
    }
}
