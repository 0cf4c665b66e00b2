package ledger.api.access;

import java.util.Locale;

/** What an actor may be. */
public enum Role {
    RECORDER,
    CERTIFIER,
    MANAGER,
    VOLUNTEER,
    /** Reads everything, changes nothing. */
    AUDITOR,
    AUTHORITY,
    OPERATOR;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOfOrganization() {
        return this == RECORDER || this == CERTIFIER || this == MANAGER || this == AUTHORITY;
    }
}
