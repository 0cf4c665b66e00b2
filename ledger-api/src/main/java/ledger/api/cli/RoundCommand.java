package ledger.api.cli;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Runs the daily round by hand. */
@Command(
        name = "round",
        mixinStandardHelpOptions = true,
        description = {"Certify entries whose public notice is over.", "认定公示期满的记录。"})
final class RoundCommand implements Callable<Integer> {

    @Option(names = "--as-of", paramLabel = "DAY", description = {
        "The day whose round it is (YYYY-MM-DD; default today). A later day than today is refused in production.",
        "按哪一天处理（默认今天）；生产环境不接受将来的日期。"
    })
    private @Nullable LocalDate asOf;

    @Override
    public Integer call() {
        try (Connection connection = Connection.open()) {
            JsonNode outcome = connection.client().post(
                    "/api/v1/rounds", asOf == null ? Map.of() : Map.of("asOf", asOf.toString()));
            System.out.printf(
                    "round of %s: certified 认定 %d, not certified 未认定 %d; position 位置 %d%n",
                    outcome.path("asOf").asString(), outcome.path("certified").asInt(),
                    outcome.path("refused").asInt(), outcome.path("position").asLong());
            return 0;
        }
    }
}
