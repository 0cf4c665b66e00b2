package ledger.domain.account;

import ledger.domain.Refusal;
import ledger.domain.rulebook.Deadline;

/** Late is a mark; where the rulebook says so it needs proof, and after a hard stop it is refused (R13). */
final class RecordedInTime implements SessionRule {

    @Override
    public Finding about(Session session) {
        Deadline deadline = session.rulebook().deadline();
        var stop = deadline.hardStop(session.time().endedOn()).filter(session.recordedOn()::isAfter);
        if (stop.isPresent()) {
            return new Finding.Refuses(Refusal.of(HourAccountRefusal.RECORDED_TOO_LATE, "servedOn")
                    .with("lastDay", stop.get()));
        }
        Lateness late = Lateness.of(session.time(), session.recordedOn(), session.rulebook(), session.calendar());
        return late == null || deadline.late() == Deadline.Late.FLAG
                ? Finding.FITS
                : Finding.hold(
                        Hold.of(HoldReason.LATE_NEEDS_PROOF).with("deadline", late.deadline()), Tier.PARENT,
                        HourAccountRefusal.LATE_NEEDS_PROOF, "servedOn");
    }
}
