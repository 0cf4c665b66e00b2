package ledger.api.cli;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The days of service that a question is about. */
final class ServedDaysOption {

    @Option(names = "--from", paramLabel = "DAY", description = {"First day of service.", "服务日期自。"})
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = {"Last day of service.", "服务日期至。"})
    private @Nullable String to;

    void addTo(Map<String, String> asked) {
        if (from != null) {
            asked.put("from", from);
        }
        if (to != null) {
            asked.put("to", to);
        }
    }
}
