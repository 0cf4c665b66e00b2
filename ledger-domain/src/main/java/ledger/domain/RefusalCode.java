package ledger.domain;

import java.util.Locale;

/** A reason for refusal. Implemented by enums, one for each room, their constants in order of precedence. */
public interface RefusalCode {

    String name();

    /** The code as callers see it, for ever: {@code SERVICE_OVERLAPS} is {@code service-overlaps}. */
    default String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
