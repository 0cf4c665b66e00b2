package ledger.domain.history;

import java.util.Set;

/** The closed list of what a fact remembers beside its payload; all values are text. */
public final class FactMetadata {

    /** Id of the token under which the actor came; never a person's name. */
    public static final String ACTOR = "actor";
    public static final String ROLE = "role";
    /** Organization in whose name the actor acted; absent for volunteers, auditors and the operator. */
    public static final String ORGANIZATION = "organization";
    public static final String COMMAND_ID = "commandId";
    public static final String CORRELATION_ID = "correlationId";
    public static final String CAUSATION_ID = "causationId";
    public static final String SUBMISSION = "submission";
    /** Logical record of the submission, the header being 1. */
    public static final String ROW = "row";
    public static final String RULEBOOK = "rulebook";
    /** Local date of the business clock. */
    public static final String RECORDED_ON = "recordedOn";
    /** 32 random bytes, base64url: what the log's commitment to the fact is keyed with. */
    public static final String SALT = "salt";

    public static final Set<String> KEYS = Set.of(
            ACTOR, ROLE, ORGANIZATION, COMMAND_ID, CORRELATION_ID, CAUSATION_ID, SUBMISSION, ROW, RULEBOOK,
            RECORDED_ON, SALT);

    private FactMetadata() {}
}
