package ledger.api.bench.floor;

/**
 * What a store holds of a group of accounts.
 *
 * @param facts how many
 * @param digest over their payloads, whatever the order in which they were written
 */
public record Contents(long facts, String digest) {}
