package ledger.domain.account;

import ledger.domain.rulebook.Ages;

/** Dangerous service is not for minors; where one served all the same, the authority decides (R14). */
final class NoMinorInDanger implements SessionRule {

    @Override
    public Finding about(Session session) {
        Ages ages = session.rulebook().ages();
        Integer age = session.circumstances().age();
        Activity activity = session.activity();
        if (age == null || age >= ages.dangerousFrom()) {
            return Finding.FITS;
        }
        return ages.dangerous().namedBy(activity.category(), activity.name(), activity.content())
                .map(named -> Finding.hold(
                        Hold.of(HoldReason.MINOR_IN_DANGER).with("word", named).with("age", ages.dangerousFrom()),
                        Tier.AUTHORITY, HourAccountRefusal.MINOR_IN_DANGER, "category"))
                .orElse(Finding.FITS);
    }
}
