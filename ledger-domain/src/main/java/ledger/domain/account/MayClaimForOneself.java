package ledger.domain.account;

import ledger.domain.Refusal;
import ledger.domain.rulebook.SelfClaimBar;

/** After false hours were found, what somebody claims for oneself waits for the authority, or is refused (R25). */
final class MayClaimForOneself implements SessionRule {

    @Override
    public Finding about(Session session) {
        FoundFalse found = session.circumstances().falseHours();
        SelfClaimBar bar = session.rulebook().selfClaimBar();
        if (found == null
                || session.evidence() != EvidenceGrade.SELF_CLAIMED_CONFIRMED
                || !bar.bars(found.foundOn(), found.minutesSince(), session.recordedOn())) {
            return Finding.FITS;
        }
        Hold hold = Hold.of(HoldReason.SELF_CLAIM_BARRED)
                .with("day", bar.endsOn(found.foundOn()))
                .with("minutes", Math.max(0, bar.minutes() - found.minutesSince()));
        return switch (bar.barred()) {
            case HOLD -> Finding.hold(hold, Tier.AUTHORITY, HourAccountRefusal.SELF_CLAIM_BARRED, "evidence");
            case REFUSE -> new Finding.Refuses(
                    new Refusal(HourAccountRefusal.SELF_CLAIM_BARRED, "evidence", hold.values()));
        };
    }
}
