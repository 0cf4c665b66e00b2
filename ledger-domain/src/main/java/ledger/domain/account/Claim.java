package ledger.domain.account;

/** What the whole ledger knows of a source record, across all accounts, when it is sent (R9). */
public sealed interface Claim {

    /** Never seen. */
    record Unclaimed() implements Claim {}

    /** An entry stands or is held for it. */
    record Open(String accountId, String entryId, String contentDigest) implements Claim {}

    /** Its last entry was declined, revoked or reversed: it may be sent anew. */
    record Ended(int attempts) implements Claim {}
}
