package ledger.domain.submission;

import ledger.domain.RefusalCode;

/** Why a file or one of its rows is refused before anybody's account is asked, in order of precedence. */
public enum SubmissionRefusal implements RefusalCode {
    SUBMISSION_UNKNOWN,
    SUBMISSION_UNDER_WAY,
    NOT_YOUR_SUBMISSION,
    NOT_BEING_REVERSED,
    JOB_NOT_TO_BE_CANCELLED,
    REPORT_DESTROYED,
    DRY_RUN_TOO_LONG,
    COUNTS_DISAGREE,
    FILE_EMPTY,
    FILE_FORMAT_UNKNOWN,
    ENCODING_UNKNOWN,
    COLUMN_MISSING,
    COLUMN_TWICE,
    ROW_UNREADABLE,
    ROW_WIDTH,
    FIELD_TOO_LONG,
    DATE_INVALID,
    TIME_INVALID,
    NUMBER_INVALID,
    GRADE_UNKNOWN,
    ORGANIZATION_NOT_FOUND,
    ORGANIZATION_AMBIGUOUS,
    ORGANIZATION_OUTSIDE
}
