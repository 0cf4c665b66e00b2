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
    QUALIFICATION_KIND_UNKNOWN,
    QUALIFICATION_CODE_MISSING,
    CONSENT_KIND_UNKNOWN,
    CONSENT_SCOPE_INCOMPLETE,
    CONSENT_GIVER_UNKNOWN,
    /** Service of a minor is the guardian's to allow; nobody else gives that consent (R14). */
    GUARDIAN_MUST_CONSENT,
    VALIDITY_INVALID,
    VALIDITY_REVERSED,
    /** An organization keeps only what it holds the paper of. */
    EVIDENCE_MISSING,
    /** The same person may not have two numbers (R5). */
    DOCUMENT_ALREADY_REGISTERED,
    /** The same, for those who may be told the other number. */
    DOCUMENT_REGISTERED_AS,
    /** The same, within one file. */
    DOCUMENT_TWICE_IN_FILE,
    VOLUNTEER_DIFFERS,
    /** The same, within one file. */
    NUMBER_TWICE_IN_FILE,
    /** Unknown, or not the person the row names: the same answer for both, so that nobody can probe the register. */
    VOLUNTEER_NOT_MATCHED,
    /** The number was merged into another one (R5). */
    VOLUNTEER_MERGED,
    VOLUNTEER_WITHDRAWN,
    FREEZE_ENDS_BEFORE_IT_BEGINS,
    UNFREEZE_FIRST,
    CONSENT_UNKNOWN,
    QUALIFICATION_UNKNOWN,
    PAPER_WITHDRAWN
}
