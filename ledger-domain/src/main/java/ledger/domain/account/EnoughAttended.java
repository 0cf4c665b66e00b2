package ledger.domain.account;

import ledger.domain.Refusal;

/** Where the rulebook asks for it, whoever left too early earns nothing (R12). */
final class EnoughAttended implements SessionRule {

    @Override
    public Finding about(Session session) {
        int share = session.rulebook().attendance().minimumSharePercent();
        Integer planned = session.circumstances().plannedMinutes();
        long minutes = session.time().minutes();
        return share == 0 || planned == null || minutes * 100 >= (long) share * planned
                ? Finding.FITS
                : new Finding.Refuses(Refusal.of(HourAccountRefusal.ATTENDANCE_TOO_SHORT, session.time().endField())
                        .with("minutes", minutes)
                        .with("planned", planned)
                        .with("share", share));
    }
}
