package ledger.domain.account;

/** Nobody gives the same minute twice (R10); nobody lets an overlap stand, whatever their tier. */
final class ServiceMustNotOverlap implements SessionRule {

    @Override
    public Finding about(Session session) {
        return session.entries().overlapping(session.time(), session.entryId()).isEmpty()
                ? Finding.FITS
                : Finding.holdUntilGone(
                        Hold.of(HoldReason.SERVICE_OVERLAPS), HourAccountRefusal.SERVICE_OVERLAPS, "servedFrom");
    }
}
