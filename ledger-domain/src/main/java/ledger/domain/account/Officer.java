package ledger.domain.account;

/** The organization in whose name a person decides about an entry. */
public record Officer(String organizationId, Tier tier) {}
