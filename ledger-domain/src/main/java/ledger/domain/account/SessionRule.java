package ledger.domain.account;

/** One rule that judges a session beside the standing entries of its account. */
@FunctionalInterface
interface SessionRule {

    Finding about(Session session);
}
