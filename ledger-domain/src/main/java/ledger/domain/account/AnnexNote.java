package ledger.domain.account;

/**
 * A person's words (remark, reason, objection), kept in the erasable annex; the fact holds only this.
 *
 * @param id where the words are in the annex
 * @param digest salted digest of the words, which still proves them while they exist
 */
public record AnnexNote(String id, String digest) {}
