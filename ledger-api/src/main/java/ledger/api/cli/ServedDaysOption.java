package ledger.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The days of service that a question is about, and the day on which schemes are asked. */
final class ServedDaysOption {

    @Option(names = "--from", paramLabel = "DAY", description = {"First day of service.", "服务日期自。"})
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = {"Last day of service.", "服务日期至。"})
    private @Nullable String to;

    @Option(names = "--day", paramLabel = "DAY", description = {
        "On which day schemes are asked (default: today).", "按哪一天判定星级荣誉（默认今天）。"
    })
    private @Nullable String day;

    /** What was asked for, under the names of the service. */
    Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        if (from != null) {
            asked.put("from", from);
        }
        if (to != null) {
            asked.put("to", to);
        }
        return asked;
    }

    /** The same with the day for schemes. */
    Map<String, String> withDay(Map<String, String> asked) {
        Map<String, String> more = new LinkedHashMap<>(asked);
        if (day != null) {
            more.put("day", day);
        }
        return more;
    }
}
