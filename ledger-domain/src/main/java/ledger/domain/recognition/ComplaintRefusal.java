package ledger.domain.recognition;

import ledger.domain.RefusalCode;

/** Why a complaint is not answered or closed, in order of precedence. */
public enum ComplaintRefusal implements RefusalCode {
    COMPLAINT_UNKNOWN,
    COMPLAINT_CLOSED,
    /** Who complains does not decide. */
    COMPLAINER_DOES_NOT_DECIDE
}
