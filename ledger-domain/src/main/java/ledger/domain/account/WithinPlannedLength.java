package ledger.domain.account;

import ledger.domain.Refusal;

/** What is entered by hand for a planned activity is no longer than the activity was planned (R12). */
final class WithinPlannedLength implements SessionRule {

    @Override
    public Finding about(Session session) {
        Integer planned = session.circumstances().plannedMinutes();
        int minutes = session.time().minutes();
        return !session.rulebook().attendance().plannedLength()
                        || planned == null
                        || session.evidence().isTimedByMachine()
                        || minutes <= planned
                ? Finding.FITS
                : new Finding.Refuses(Refusal.of(HourAccountRefusal.OVER_PLANNED_LENGTH, session.time().endField())
                        .with("minutes", minutes)
                        .with("planned", planned));
    }
}
