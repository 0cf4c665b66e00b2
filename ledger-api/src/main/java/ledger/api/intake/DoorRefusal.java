package ledger.api.intake;

import ledger.domain.RefusalCode;

/** Why a door does not let a request through, whatever it asks. */
public enum DoorRefusal implements RefusalCode {
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    REQUEST_UNREADABLE,
    FIELD_UNKNOWN,
    VALUE_MISSING,
    VALUE_INVALID,
    POSITION_NOT_REACHED,
    CONFLICT_TRY_AGAIN,
    DATABASE_UNREACHABLE,
    FACTS_AWAY,
    INTERNAL_ERROR,
    AS_OF_IN_FUTURE,
    VIEW_MADE_ANEW,
    RULEBOOK_UNREADABLE
}
