package ledger.domain.account;

import ledger.domain.Refusal;

/** Nobody serves before birth, and nobody below the age from which hours are recorded (R14). */
final class OldEnough implements SessionRule {

    @Override
    public Finding about(Session session) {
        Integer age = session.circumstances().age();
        int from = session.rulebook().ages().hoursFrom();
        if (age == null || age >= from) {
            return age != null && age < 0
                    ? Finding.refuse(HourAccountRefusal.SERVICE_BEFORE_BIRTH, "servedOn")
                    : Finding.FITS;
        }
        return age < 0
                ? Finding.refuse(HourAccountRefusal.SERVICE_BEFORE_BIRTH, "servedOn")
                : new Finding.Refuses(Refusal.of(HourAccountRefusal.BELOW_MINIMUM_AGE, "servedOn").with("age", from));
    }
}
