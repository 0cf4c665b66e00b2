package ledger.domain.statement;

import ledger.domain.RefusalCode;

/** Why no statement is issued or found, in order of precedence. */
public enum StatementRefusal implements RefusalCode {
    PERIOD_REVERSED,
    /** A freeze stops new statements, not those that were issued (R20). */
    VOLUNTEER_FROZEN,
    NOTHING_TO_STATE,
    NUMBER_TAKEN,
    STATEMENT_UNKNOWN
}
