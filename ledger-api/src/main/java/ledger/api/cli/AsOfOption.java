package ledger.api.cli;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As known when something is asked. */
final class AsOfOption {

    @Option(names = "--as-of", paramLabel = "POSITION|DAY", description = {
        "As known then (default: now).", "按当时所知（默认现在）。"
    })
    private @Nullable String asOf;

    void addTo(Map<String, String> asked) {
        if (asOf != null) {
            asked.put("asOf", asOf);
        }
    }
}
