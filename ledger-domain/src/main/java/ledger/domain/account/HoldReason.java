package ledger.domain.account;

/** Why an entry waits for a person. */
public enum HoldReason {
    /** It overlaps a standing entry (R10). */
    SERVICE_OVERLAPS,
    /** The day is over the automatic limit; the parent organization decides (R11). */
    OVER_DAILY_LIMIT_PARENT_DECIDES,
    /** The day is over the parent organization's limit; the authority decides (R11). */
    OVER_DAILY_LIMIT_AUTHORITY_DECIDES,
    /** Name or content look like no service (R8). */
    KIND_NOT_SERVICE,
    /** Name or content look like learning, which is kept apart (R8). */
    LOOKS_LIKE_TRAINING,
    /** It was recorded so late that somebody has to look at the proof (R13). */
    LATE_NEEDS_PROOF,
    /** A minor without a guardian's consent (R14). */
    GUARDIAN_CONSENT_MISSING,
    /** This kind of service needs training, a credential or insurance that the volunteer lacks (R14). */
    QUALIFICATION_MISSING,
    /** A minor in dangerous service (R14). */
    MINOR_IN_DANGER,
    /** More sign-ins and sign-outs at one activity and day than are allowed (R12). */
    SIGN_PAIRS_OVER_LIMIT,
    /** Hours claimed for oneself after others were found to be false (R25). */
    SELF_CLAIM_BARRED
}
