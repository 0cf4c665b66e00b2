package ledger.domain.volunteer;

import ledger.domain.RefusalCode;

/** Why the register of volunteers refuses, in order of precedence. */
public enum VolunteerRefusal implements RefusalCode {
    NUMBER_MISSING,
    NAME_MISSING,
    DOCUMENT_MISSING,
    DOCUMENT_NUMBER_INVALID,
    BIRTH_DATE_INVALID,
    BIRTH_DATE_DISAGREES,
    REGISTERED_ON_INVALID,
    /** The same person may not have two numbers (R5). */
    DOCUMENT_ALREADY_REGISTERED,
    VOLUNTEER_DIFFERS,
    /** Unknown, or not the person the row names: the same answer for both, so that nobody can probe the register. */
    VOLUNTEER_NOT_MATCHED
}
