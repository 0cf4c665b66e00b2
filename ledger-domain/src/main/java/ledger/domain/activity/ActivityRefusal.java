package ledger.domain.activity;

import ledger.domain.RefusalCode;

/** Why the register of activities refuses, in order of precedence. */
public enum ActivityRefusal implements RefusalCode {
    ACTIVITY_CODE_MISSING,
    ACTIVITY_NAME_MISSING,
    ACTIVITY_PERIOD_REVERSED,
    PLANNED_MINUTES_INVALID,
    ACTIVITY_UNKNOWN,
    ACTIVITY_CANCELLED,
    ACTIVITY_DIFFERS
}
