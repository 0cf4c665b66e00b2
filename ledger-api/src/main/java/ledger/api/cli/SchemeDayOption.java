package ledger.api.cli;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which day schemes are asked. */
final class SchemeDayOption {

    @Option(names = "--day", paramLabel = "DAY", description = {
        "On which day schemes are asked (default: today).", "按哪一天判定星级荣誉（默认今天）。"
    })
    private @Nullable String day;

    void addTo(Map<String, String> asked) {
        if (day != null) {
            asked.put("day", day);
        }
    }
}
