package ledger.domain.recognition;

import ledger.domain.RefusalCode;

/** Why a scheme is not published, or a level not conferred, confirmed or withdrawn, in order of precedence. */
public enum RecognitionRefusal implements RefusalCode {
    SCHEME_UNKNOWN,
    SCHEME_UNREADABLE,
    SCHEME_TEXT_CHANGED,
    RECOGNITION_UNKNOWN,
    /** A freeze or suspension stops new awards, not those that were conferred (R20). */
    SUBJECT_STOPPED,
    LEVEL_NOT_REACHED,
    LEVEL_NOT_CONFERRABLE,
    /** Another level was conferred after the verdict was reached. */
    RECOGNIZED_MEANWHILE,
    NOMINATION_MISSING,
    NOMINATION_WITHOUT_EVIDENCE,
    /** Who nominates does not decide. */
    SECOND_PERSON_NEEDED,
    NOMINATION_OBJECTED,
    NOMINATION_IN_NOTICE,
    NOMINATION_NOT_IN_NOTICE,
    NOMINATION_OBJECTION_UNKNOWN,
    /** Who objects does not decide. */
    OBJECTOR_DOES_NOT_DECIDE,
    NOT_NOMINATED,
    NOT_UNDER_REVIEW,
    FALSE_HOURS_UNKNOWN,
    FALSE_HOURS_FOUND,
    /** Who reports false hours does not decide about them (R25). */
    REPORTER_DOES_NOT_DECIDE
}
