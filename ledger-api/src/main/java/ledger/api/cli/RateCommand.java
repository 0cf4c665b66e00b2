package ledger.api.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how well a service was done; its minutes stay as they are (R19). */
@Command(
        name = "rate",
        mixinStandardHelpOptions = true,
        description = {"Rate a service; its minutes stay as they are.", "评价一次服务，不影响时长。"})
final class RateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ENTRY", description = {"Id of the entry.", "记录编号。"})
    private String entry = "";

    @Option(names = "--rating", paramLabel = "N", required = true, description = {"What is given.", "得分。"})
    private int rating;

    @Option(names = "--scale", paramLabel = "N", defaultValue = "5", description = {
        "The best that can be given, 2 to 10.", "满分，2 到 10。"
    })
    private int scale = 5;

    @Option(names = "--by", paramLabel = "WHO", defaultValue = "recipient", description = {
        "recipient or organizer.", "recipient（服务对象）或 organizer（组织方）。"
    })
    private String by = "recipient";

    @Option(names = "--on", paramLabel = "DAY", description = {"The day, today when left out.", "评价日期，默认今天。"})
    private @Nullable String on;

    @Override
    public Integer call() {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("scale", scale);
        asked.put("rating", rating);
        asked.put("by", by.toUpperCase(Locale.ROOT));
        asked.put("ratedOn", on);
        try (Connection connection = Connection.open()) {
            System.out.println(connection.client()
                    .post("/api/v1/entries/" + LedgerClient.segment(entry) + "/rating", asked)
                    .path("id").asString());
            return 0;
        }
    }
}
