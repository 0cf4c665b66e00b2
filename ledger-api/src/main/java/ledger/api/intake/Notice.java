package ledger.api.intake;

import java.util.Map;

/**
 * What whoever sent a file should know of it as a whole; nothing was lost by it.
 *
 * @param values filled into its text, by name
 */
public record Notice(Kind kind, Map<String, String> values) {

    /** What notices are about. */
    public enum Kind {
        COLUMNS_IGNORED,
        SHEETS_IGNORED,
        EXAMPLE_SKIPPED
    }

    static Notice of(Kind kind, String name, Object value) {
        return new Notice(kind, Map.of(name, String.valueOf(value)));
    }
}
