package ledger.domain.account;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * Why an entry waits for a person, and what exactly is meant: the word found, the thing missing, the limit passed.
 *
 * @param values what the text of the reason speaks of, by name; never personal data
 */
public record Hold(HoldReason reason, SortedMap<String, String> values) {

    @JsonCreator
    public Hold {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Hold of(HoldReason reason) {
        return new Hold(reason, new TreeMap<>());
    }

    /** As views told it before reasons named anything. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Hold named(String reason) {
        return of(HoldReason.valueOf(reason));
    }

    public Hold with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, String.valueOf(value));
        return new Hold(reason, new TreeMap<>(more));
    }
}
