package ledger.domain.recognition;

import ledger.domain.RefusalCode;

/** Why a scheme is not published or a level not conferred, in order of precedence. */
public enum RecognitionRefusal implements RefusalCode {
    SCHEME_UNKNOWN,
    SCHEME_UNREADABLE,
    SCHEME_TEXT_CHANGED,
    LEVEL_NOT_REACHED,
    LEVEL_NOT_CONFERRABLE
}
