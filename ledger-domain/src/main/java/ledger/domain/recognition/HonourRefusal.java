package ledger.domain.recognition;

import ledger.domain.RefusalCode;

/** Why an honour is not recorded or revoked (F1.8), in order of precedence. */
public enum HonourRefusal implements RefusalCode {
    HONOUR_UNKNOWN,
    HONOUR_NOT_YOURS,
    HONOUR_IN_THE_FUTURE,
    /** A government's honour needs what the volunteer supplies. */
    HONOUR_WITHOUT_MATERIAL,
    /** Another body's honour is recorded on request only. */
    HONOUR_NOT_REQUESTED,
    HONOUR_NOT_VERIFIED
}
