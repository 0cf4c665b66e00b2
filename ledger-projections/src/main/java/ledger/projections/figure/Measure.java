package ledger.projections.figure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a ranking is by; none is made without. */
public enum Measure {
    /** Certified minutes. */
    MINUTES,
    /** 人次: certified entries, each one volunteer in one session (F6.4). */
    PERSON_TIMES,
    /** 人数: volunteers with at least one certified entry (F6.4). */
    PERSONS;

    /** The name in requests and answers. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Measure> named(String text) {
        return Arrays.stream(values()).filter(one -> one.wire().equalsIgnoreCase(text.strip())).findFirst();
    }
}
