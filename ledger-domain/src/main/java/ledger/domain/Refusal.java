package ledger.domain;

import java.util.Map;
import java.util.TreeMap;

/**
 * Why a wish was not granted: a stable code, the field it is about, and the values its text speaks of.
 *
 * @param field name of the offending field as the caller knows it; empty when the refusal is about the whole
 * @param values values to fill into the text, by name; of people only what the asker may see
 */
public record Refusal(RefusalCode code, String field, Map<String, String> values) {

    public Refusal {
        values = Map.copyOf(values);
    }

    public static Refusal of(RefusalCode code, String field) {
        return new Refusal(code, field, Map.of());
    }

    public Refusal with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, String.valueOf(value));
        return new Refusal(code, field, more);
    }
}
