package ledger.domain.account;

/** Signing in and out of one activity again and again on one day makes somebody look (R12). */
final class SignPairsWithinLimit implements SessionRule {

    @Override
    public Finding about(Session session) {
        int limit = session.rulebook().attendance().signPairsPerDay();
        if (limit == 0 || !session.evidence().isTimedByMachine() || session.entries().signPairs(session) < limit) {
            return Finding.FITS;
        }
        return Finding.hold(
                Hold.of(HoldReason.SIGN_PAIRS_OVER_LIMIT).with("limit", limit), Tier.PARENT,
                HourAccountRefusal.SIGN_PAIRS_OVER_LIMIT, "servedFrom");
    }
}
