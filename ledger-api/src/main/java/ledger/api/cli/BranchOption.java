package ledger.api.cli;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of which organization, with those below it, something is asked. */
final class BranchOption {

    @Option(names = "--organization", paramLabel = "CODE", description = {
        "Of this organization and those below it.", "只看该组织及其下级的记录。"
    })
    private @Nullable String organization;

    void addTo(Map<String, String> asked) {
        if (organization != null) {
            asked.put("organization", organization);
        }
    }
}
