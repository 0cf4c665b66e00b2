package ledger.domain;

/** A wish addressed to one aggregate; it ends in facts, in nothing, or in a {@link Refusal}. */
public interface LedgerCommand {

    /** The id of the one aggregate that decides, prefixed by its kind ({@code account-…}). */
    String aggregateId();
}
